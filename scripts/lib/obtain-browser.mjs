import { canInstallPackages, installPackages } from './debian.mjs';
import { findBrowser } from './find-browser.mjs';
import { requireBrowser } from './require-browser.mjs';
import { say } from './say.mjs';

/** A browser to test with: an installed one, else Debian's Chromium where we may install it, else advice and the end. */
export async function obtainBrowser() {
  if (!findBrowser() && canInstallPackages()) {
    say("No browser here: installing Debian's chromium");
    await installPackages(['chromium']);
  }
  const browser = requireBrowser();
  say(`Testing with ${browser}`);
  return browser;
}
