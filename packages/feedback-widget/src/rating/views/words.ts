import type { Translate } from '@cmto/core/i18n/translate';

/** The words of a view, in whatever language is spoken. */
export class Words {
  readonly #texts = new Map<Text, readonly [key: string, n: number]>();
  #t: Translate = (key) => key;

  /** A piece of text that follows the language. An empty key is no text. */
  text(key: string, n = 0): Text {
    const text = new Text();
    this.say(text, key, n);
    return text;
  }

  say(text: Text, key: string, n = 0): void {
    this.#texts.set(text, [key, n]);
    const words = key && this.#t(key, { n });
    // Setting the same text again would be read out again.
    if (text.data !== words) text.data = words;
  }

  translate(t: Translate): void {
    this.#t = t;
    for (const [text, [key, n]] of this.#texts) this.say(text, key, n);
  }
}
