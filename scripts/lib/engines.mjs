import { existsSync, readdirSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { isProgram } from './find-browser.mjs';

/** Where a program of this name is, or undefined. */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin');
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** What is in a folder; nothing where there is none. `npm test` begins on a Node that has no `globSync` yet. */
const within = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

/** WebKitGTK's own small browser, of the newest version installed, which lies beside its library. */
function miniBrowser() {
  return within('/usr/lib')
    .filter((folder) => folder.endsWith('-linux-gnu'))
    .flatMap(within)
    .filter((folder) => basename(folder).startsWith('webkit2gtk-4.'))
    .map((folder) => join(folder, 'MiniBrowser'))
    .filter(isProgram)
    .sort()
    .at(-1);
}

/** The engines besides Chromium: how to find the programs of each, and the packages that Debian has them in. */
export const ENGINES = {
  firefox: {
    packages: ['firefox-esr'],
    find() {
      const { FIREFOX_PATH } = process.env;
      if (FIREFOX_PATH && !existsSync(FIREFOX_PATH))
        throw new Error(`FIREFOX_PATH names ${FIREFOX_PATH}, but there is no such file.`);
      const browser = FIREFOX_PATH || onPath('firefox-esr') || onPath('firefox');
      return browser && { browser };
    },
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb'],
    find() {
      const driver = onPath('WebKitWebDriver');
      const browser = miniBrowser();
      return driver && browser && onPath('Xvfb') && { driver, browser };
    },
  },
};

/** What every engine must do alike: keep what is typed, and deliver it. */
export const ENGINE_TESTS = [
  'packages/core/test/browser/storage/**/*.test.ts',
  'packages/core/test/browser/platform/**/*.test.ts',
  'packages/core/test/browser/element/**/*.test.ts',
  'packages/core/test/browser/kept.test.ts',
  'packages/survey-widget/test/browser/cmto-survey.{drafts,offline,sending,two-tabs,versions}.test.ts',
];
