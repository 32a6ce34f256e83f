import { until } from '@cmto/testing/until';

/** A rating as a person meets it: by what it says and asks. */
export class RatingPage {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  /** What can be read, in reading order; what is hidden cannot. */
  get text(): string {
    return this.element.innerText;
  }

  async says(words: string): Promise<void> {
    await until(() => this.text.includes(words), `“${words}” in: ${this.text}`);
  }

  /** The choice of this name that can be made now. */
  radio(name: string): HTMLInputElement {
    const labels = [...this.element.querySelectorAll('label')].filter(
      (label) => label.textContent.trim() === name && label.checkVisibility(),
    );
    if (labels.length !== 1) throw new Error(`${labels.length} choices are called “${name}” in: ${this.text}`);
    return labels[0]!.control as HTMLInputElement;
  }

  choose(name: string): void {
    this.radio(name).click();
  }

  rate(stars: number): void {
    this.choose(`Valuta ${stars} stelle su 5`);
  }

  write(words: string): void {
    const box = this.element.querySelector<HTMLInputElement>('[data-element=feedback-input-text]')!;
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.element.querySelectorAll('button')].find(
      (button) => button.textContent === name && button.checkVisibility(),
    );
    if (!found) throw new Error(`No button “${name}” in: ${this.text}`);
    return found;
  }

  press(name: string): void {
    this.button(name).click();
  }

  /** Stars, an answer and, where there are any, words: all but the last press. */
  fill(stars: number, answer: string, words = ''): void {
    this.rate(stars);
    this.choose(answer);
    this.press('Avanti');
    if (words) this.write(words);
  }
}
