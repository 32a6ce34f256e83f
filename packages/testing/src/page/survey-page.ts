import { nameOf, spokenText } from './accessible-name.ts';
import { until } from './until.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = 'input, textarea, select';

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');

/** One question, as a person meets it: by its words. */
export class Question {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  /** The words of the error shown, undefined without one. */
  get error(): string | undefined {
    const error = this.element.querySelector('.error');
    return error ? spokenText(error) : undefined;
  }

  /** The first control: what a click on the label would focus. */
  get control(): Control {
    const control = this.element.querySelector<Control>(controls);
    if (!control) throw new Error(`No control in “${spokenText(this.element)}”`);
    return control;
  }

  /** Types into the question's box, or into the one that has this name. */
  type(text: string, name?: string): void {
    const control = name === undefined ? this.control : this.#named(name);
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Clicks the radio or box of that name; in a matrix, the one in the row of that name. */
  choose(option: string, row?: string): void {
    const within = row === undefined ? this.element : this.#row(row);
    const choices = [...within.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
    const found =
      choices.find((choice) => nameOf(choice) === option) ??
      choices.find((choice) => nameOf(choice).startsWith(option));
    if (!found) throw new Error(`No “${option}” among: ${choices.map(nameOf).join(', ')}`);
    found.focus();
    found.click();
  }

  /** Picks from a drop-down list by the words shown. */
  pick(words: string): void {
    const select = this.control as HTMLSelectElement;
    const option = [...select.options].find(({ text }) => text.trim() === words);
    if (!option)
      throw new Error(`No “${words}” among: ${[...select.options].map(({ text }) => text.trim()).join(', ')}`);
    this.type(option.value);
  }

  /** Gives files as a person would through the file picker. */
  attach(...files: readonly File[]): void {
    const input = this.control as HTMLInputElement;
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  press(name: string): void {
    press(this.element, name);
  }

  #named(name: string): Control {
    const all = [...this.element.querySelectorAll<Control>(controls)];
    const found = all.find((control) => nameOf(control).startsWith(name));
    if (!found) throw new Error(`No control “${name}” among: ${all.map(nameOf).join(', ')}`);
    return found;
  }

  #row(name: string): Element {
    const rows = [...this.element.querySelectorAll('[role=radiogroup], [role=group]')];
    const found = rows.find((row) => row.hasAttribute('data-row') && nameOf(row) === name);
    if (!found) throw new Error(`No row “${name}”`);
    return found;
  }
}

const press = (root: ParentNode, name: string): void => {
  const buttons = [...root.querySelectorAll<HTMLElement>('button, summary, a[href]')].filter(isShown);
  const found =
    buttons.find((button) => nameOf(button) === name) ??
    buttons.find((button) => nameOf(button).startsWith(name)) ??
    // Names of languages begin with a capital in one browser and not in another.
    buttons.find((button) => nameOf(button).toLowerCase() === name.toLowerCase());
  if (!found) throw new Error(`No button “${name}” among: ${buttons.map(nameOf).join(', ')}`);
  found.focus();
  found.click();
};

/** A survey on the page, driven and read by role and words, through its shadow root. */
export class SurveyPage {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error(`<${this.element.localName}> is not upgraded`);
    return this.element.shadowRoot;
  }

  /** Everything a person can read now. */
  get text(): string {
    return spokenText(this.element.shadowRoot ?? this.element);
  }

  /** What the live region says. */
  get status(): string {
    return spokenText(this.root.querySelector('[role=status]')!);
  }

  /** Names of the questions shown, in order. */
  get questions(): string[] {
    return this.#shown().map(({ words }) => words);
  }

  /** The words of all errors shown beside questions. */
  get errors(): string[] {
    return [...this.root.querySelectorAll('[data-field] .error')].filter(isShown).map(spokenText);
  }

  /** The headings shown, in order. */
  get headings(): string[] {
    return [...this.root.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown).map(spokenText);
  }

  /** What has the focus inside the widget, and inside an element in it. */
  get focused(): Element | null {
    let focused = this.root.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  /** The question whose words begin so. Throws when it is not shown. */
  question(words: string): Question {
    const shown = this.#shown();
    const found =
      shown.find((question) => question.words === words) ?? shown.find((question) => question.words.startsWith(words));
    if (!found) throw new Error(`No question “${words}” among: ${shown.map((question) => question.words).join(' | ')}`);
    return new Question(found.element);
  }

  /** Presses the button, or follows the link, of that name. */
  press(name: string): void {
    press(this.root, name);
  }

  /** Waits until a heading begins so. */
  async reach(heading: string): Promise<void> {
    await this.#wait(() => this.headings.some((words) => words.startsWith(heading)), `the heading “${heading}”`);
  }

  /** Waits until the widget says this somewhere. */
  async says(words: string | RegExp): Promise<void> {
    const isSaid = (): boolean => (typeof words === 'string' ? this.text.includes(words) : words.test(this.text));
    await this.#wait(isSaid, `“${words}”`);
  }

  /** Waits until the question is shown, and answers it. */
  async asked(words: string): Promise<Question> {
    await this.#wait(() => this.questions.some((question) => question.startsWith(words)), `the question “${words}”`);
    return this.question(words);
  }

  #shown(): { words: string; element: HTMLElement }[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-field]')].filter(isShown).flatMap((element) => {
      const label = element.querySelector('legend, label');
      return label ? [{ words: spokenText(label), element }] : [];
    });
  }

  async #wait(look: () => boolean, what: string): Promise<void> {
    try {
      await until(() => this.element.shadowRoot !== null && look(), what);
    } catch (error) {
      throw new Error(`${String(error)}. The widget says: ${this.text.slice(0, 1500)}`, { cause: error });
    }
  }
}
