import type { CDPSession, Page } from 'playwright-core';

/** What has the focus: as the browser tells a screen reader, and where in the survey it is. */
export interface Focused {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Path of the question it belongs to; undefined outside of one. */
  readonly field: string | undefined;
  /** Row of a matrix or a group. */
  readonly row: string | undefined;
  readonly inWidget: boolean;
  /** What a box or a list holds. */
  readonly value: string;
  readonly checked: boolean;
  /** Whether the focus can be seen. */
  readonly ringed: boolean;
}

type InPage = Omit<Focused, 'role' | 'name' | 'description'>;

const deepest = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
})()`;

/** Runs in the page, on the focused element. */
function look(this: HTMLElement): InPage {
  const isRing = (element: Element | null | undefined): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  const box = this as HTMLInputElement;
  const select = this instanceof HTMLSelectElement ? this : undefined;
  return {
    field: this.closest<HTMLElement>('[data-field]')?.dataset['field'],
    row: this.closest<HTMLElement>('[data-row]')?.dataset['row'],
    inWidget: this.getRootNode() instanceof ShadowRoot,
    value: select ? (select.selectedOptions[0]?.text.trim() ?? '') : (box.value ?? ''),
    checked: box.checked ?? false,
    // The focus is in a part that the browser has drawn itself (a date's calendar), and shows itself.
    ringed:
      !this.matches(':focus') ||
      // A control that is drawn by its label shows its focus there.
      [this, this.nextElementSibling, this.closest('label'), this.parentElement].some(isRing),
  };
}

const say = ({ role, name, field }: Focused): string => `${role} “${name}”${field ? ` (${field})` : ''}`;

/** A person without a mouse: moves with Tab and arrows, and knows where they are by what is announced. */
export class Keyboard {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  /** Stops in the widget whose focus could not be seen. */
  readonly unseen: string[] = [];
  /** Stops in the widget that a screen reader has no name for. */
  readonly nameless: string[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async of(page: Page): Promise<Keyboard> {
    // Listened to from the start: a dialog of the browser's own would stay open unseen.
    page.on('filechooser', () => undefined);
    return new Keyboard(page, await page.context().newCDPSession(page));
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  async focused(): Promise<Focused> {
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression: deepest });
    const objectId = result.objectId!;
    const [{ nodes }, looked] = await Promise.all([
      this.#cdp.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false }),
      this.#cdp.send('Runtime.callFunctionOn', { objectId, functionDeclaration: look.toString(), returnByValue: true }),
    ]);
    const { role, name, description } = nodes[0]!;
    return {
      ...(looked.result.value as InPage),
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    };
  }

  /** Tabs on until `is` holds; inside a question, back again where it was passed. Throws with the stops on the way. */
  reach(what: string, is: (focused: Focused) => boolean, within?: string): Promise<Focused> {
    return this.#go('Tab', what, is, within);
  }

  /** Goes back with Shift and Tab until `is` holds. */
  reachBack(what: string, is: (focused: Focused) => boolean): Promise<Focused> {
    return this.#go('Shift+Tab', what, is);
  }

  async #go(start: string, what: string, is: (focused: Focused) => boolean, within?: string): Promise<Focused> {
    const stops: string[] = [];
    let key = start;
    let inside = false;
    for (let stop = 0; stop < 150; stop += 1) {
      const focused = await this.#stop();
      if (is(focused)) return focused;
      stops.push(say(focused));
      const isInside = within !== undefined && (focused.field ?? '').split('/')[0] === within;
      if (inside && !isInside) {
        if (key !== 'Tab') break;
        key = 'Shift+Tab';
      }
      inside = isInside;
      await this.press(key);
    }
    throw new Error(`${what} cannot be reached by keyboard. Stops: ${stops.join(' · ')}`);
  }

  /** Throws unless what has the focus now is of this role and name. */
  async isAt(role: string, name: string | RegExp): Promise<void> {
    const focused = await this.focused();
    if (focused.role !== role || !matches(focused.name, name)) {
      throw new Error(`the focus is on ${say(focused)}, not on ${role} “${name}”`);
    }
  }

  /** Presses the button of that name, which comes after where the person is. */
  async button(name: string | RegExp): Promise<void> {
    await this.reach(`the button “${name}”`, (focused) => focused.role === 'button' && matches(focused.name, name));
    await this.press('Enter');
  }

  async #stop(): Promise<Focused> {
    const focused = await this.focused();
    if (focused.inWidget && focused.role !== 'heading' && focused.role !== 'alert') {
      if (!focused.ringed) this.unseen.push(say(focused));
      if (focused.name === '') this.nameless.push(say(focused));
    }
    return focused;
  }
}

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);
