import type { Page } from 'playwright-core';

/** Names and details of what the widgets tell the page around them, in order, also over reloads. */
export interface Heard {
  readonly name: string;
  readonly detail: Record<string, unknown>;
}

export const hear = async (page: Page): Promise<Heard[]> => {
  const list: Heard[] = [];
  await page.exposeFunction('heard', (name: string, detail: Record<string, unknown>) => list.push({ name, detail }));
  await page.addInitScript(() => {
    for (const name of ['ready', 'step-changed', 'submit-request', 'queued', 'submitted']) {
      addEventListener(`cmto-survey-${name}`, (event) => {
        const { heard } = globalThis as never as { heard(name: string, detail: unknown): void };
        heard(name, (event as CustomEvent).detail);
      });
    }
  });
  return list;
};
