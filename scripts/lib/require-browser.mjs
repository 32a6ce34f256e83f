import { findBrowser } from './find-browser.mjs';
import { giveUp } from './say.mjs';

/** The browser to test with; without one, says what to do and ends the program. */
export function requireBrowser() {
  let browser;
  try {
    browser = findBrowser();
  } catch (error) {
    giveUp(error.message);
  }
  if (!browser) {
    giveUp(`
No Chrome, Chromium or Edge was found on this machine, and the tests drive a real one.
Install one of them (for example: apt install chromium, brew install --cask chromium),
or name the program:  CHROME_PATH=/path/to/chrome npm test`);
  }
  return browser;
}
