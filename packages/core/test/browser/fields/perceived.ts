import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import type { FieldHost } from './field-host.ts';

/** One node of the browser's own accessibility tree: what a screen reader is given. */
export interface AccessNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value?: string | number;
  readonly required?: boolean;
  readonly invalid?: string;
  readonly checked?: string;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
}

/** All nodes of the page, in reading order. */
export const nodes = async (): Promise<AccessNode[]> => {
  // The tree follows the page a frame later.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return (await executeServerCommand('access-tree')) as AccessNode[];
};

/** The node of a role and, where given, a name. */
export const node = async (role: string, name?: string): Promise<AccessNode | undefined> =>
  (await nodes()).find((each) => each.role === role && (name === undefined || each.name === name));

/** All elements of the field that match. */
export const all = <E extends HTMLElement = HTMLInputElement>(host: FieldHost, selector: string): E[] => [
  ...host.shadowRoot!.querySelectorAll<E>(selector),
];

/** The first element of the field that matches. */
export const one = <E extends HTMLElement = HTMLInputElement>(host: FieldHost, selector: string): E => {
  const found = host.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

/** A button by what it is called, for eyes or for screen readers. */
export const button = (host: FieldHost, name: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(host, 'button').find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent.replace(/\s+/g, ' ').trim()) === name,
  );
  if (!found) throw new Error(`no button is called ${name}`);
  return found;
};

/** Types as a person does, into a control that is focused first. */
export const type = async (control: HTMLElement, text: string): Promise<void> => {
  control.focus();
  await sendKeys({ type: text });
};

/** Presses keys one after the other, wherever the focus is. */
export const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
};

/** The element with the focus, inside the field. */
export const focused = (host: FieldHost): HTMLElement | null => host.shadowRoot!.activeElement as HTMLElement | null;

/** A screen of that many pixels, until the test is over. */
export const narrowTo = (width: number): Promise<void> => setViewport({ width, height: 800 });

/** Waits until something holds; fails with the test's own time limit. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** Takes everything off the page. */
export const clearPage = (): void => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('dir');
};
