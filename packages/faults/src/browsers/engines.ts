import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { Unavailable } from '../runs/run-one.ts';
import { openScreen } from './screen.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** How a browser is started on an address with a profile of its own, and nobody at the screen. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const scripts = new URL('../../../../scripts/lib/', import.meta.url);

const chromium = async (profile: string, url: string): Promise<Launch> => {
  const { findBrowser } = (await import(new URL('find-browser.mjs', scripts).href)) as {
    findBrowser(): string | undefined;
  };
  const command = findBrowser();
  if (!command) throw new Unavailable('no Chrome, Chromium or Edge on this machine');
  const quiet = ['background-networking', 'component-update', 'sync', 'default-apps', 'background-timer-throttling'];
  const args = [
    '--headless=new',
    '--no-first-run',
    ...quiet.map((name) => `--disable-${name}`),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    url,
  ];
  return { command, args, env: process.env };
};

const obtain = async (name: 'firefox' | 'webkit'): Promise<string> => {
  const { obtainEngine } = (await import(new URL('obtain-engine.mjs', scripts).href)) as {
    obtainEngine(engine: string): Promise<{ readonly browser: string } | undefined>;
  };
  const programs = await obtainEngine(name);
  if (!programs) throw new Unavailable(`${name} is not on this machine`);
  return programs.browser;
};

/** Nothing of Firefox's own asks any host: it would look for portals, updates, studies and add-ons. */
const firefoxSettings = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
};

const firefox = async (profile: string, url: string): Promise<Launch> => {
  const command = await obtain('firefox');
  const lines = Object.entries(firefoxSettings).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', profile, url];
  return { command, args, env: { ...process.env, HOME: profile } };
};

const webkit = async (profile: string, url: string): Promise<Launch> => {
  const browser = await obtain('webkit');
  const folders = { HOME: profile, XDG_DATA_HOME: profile, XDG_CACHE_HOME: profile, XDG_CONFIG_HOME: profile };
  const env = {
    ...process.env,
    ...folders,
    DISPLAY: await openScreen(),
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  return { command: browser, args: [url], env };
};

export const launchers: Readonly<Record<EngineName, (profile: string, url: string) => Promise<Launch>>> = {
  chromium,
  firefox,
  webkit,
};
