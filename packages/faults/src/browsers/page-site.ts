import { makeAnswer } from '../proxy/answers.ts';
import type { Message } from '../proxy/message-reader.ts';
import type { Told } from './told.ts';

const tabsAt = '/faults/tabs';

export interface Tabs {
  /** Names of the tabs, each of which types so many answers. */
  readonly tabs: readonly string[];
  readonly each: number;
  readonly seed: string;
}

/** The address of a page that holds these tabs. */
export const tabsPath = ({ tabs, each, seed }: Tabs): string => {
  const query = new URLSearchParams([...tabs.map((name) => ['name', name]), ['count', String(each)], ['seed', seed]]);
  return `${tabsAt}?${query}`;
};

/** A frame of the same site is a tab to everything that counts here: it has its own scripts, not its own storage. */
const frame = (name: string, query: URLSearchParams): string => {
  const own = new URLSearchParams([...query].filter(([key]) => key !== 'name'));
  own.set('name', name);
  return `<iframe src="/faults/tab?${own.toString().replaceAll('&', '&amp;')}"></iframe>`;
};

const document = (body: string): Buffer =>
  makeAnswer({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Guasti</title></head><body>${body}</body></html>`,
    headers: { 'Cache-Control': 'no-store' },
  });

/**
 * The pages that the proxy serves by itself, on the origin of the service: one that holds several tabs of the same
 * site (they share storage and locks), the tab, its script, and a place where the tabs tell what they did.
 */
export const pageSite =
  (script: string, hear: (told: Told) => void) =>
  (request: Message): Buffer | undefined => {
    const [, target = ''] = request.start.split(' ');
    const { pathname, searchParams } = new URL(target, 'http://127.0.0.1');
    if (pathname === tabsAt) {
      const names = searchParams.getAll('name');
      return document(names.map((name) => frame(name, searchParams)).join(''));
    }
    if (pathname === '/faults/tab') return document('<script type="module" src="/faults/page.js"></script>');
    if (pathname === '/faults/page.js')
      return makeAnswer({ status: 200, type: 'text/javascript; charset=utf-8', body: script });
    if (pathname !== '/faults/told') return undefined;
    hear(JSON.parse(request.bytes.toString('utf8', request.bodyAt)) as Told);
    return makeAnswer({ status: 200, type: 'application/json', body: '{}' });
  };
