import {
  type Answers,
  localize,
  type LocalizedText,
  type Page,
  type Survey,
  visibilityOf,
  visibleOptions,
} from '@cmto/contract';
import type { Citizen } from './citizen.ts';
import type { Hand, Words } from './hand.ts';
import { PointerHand } from './pointer-hand.ts';
import { sampleAnswer } from './sample-answers.ts';

interface AnsweringOptions {
  readonly language?: string;
  /** Answers that differ from the usual ones, by field. */
  readonly wanted?: Answers;
  /** A mouse, unless told otherwise. */
  readonly hand?: (citizen: Citizen, words: Words, language: string) => Hand;
}

/** What a test wants to look at on the way. */
interface Walk {
  readonly from?: number;
  /** The page to stop before; without it, the review is reached. */
  readonly to?: number;
  /** The page is shown, nothing is answered on it yet. */
  arrived?(page: Page, index: number): Promise<void>;
  /** Everything on the page is answered. */
  filled?(page: Page, index: number): Promise<void>;
}

const byMouse = (citizen: Citizen, words: Words, language: string): Hand =>
  new PointerHand(citizen, words, language, 'click');

/** Answers a survey page by page, and knows what the server must then have stored. */
export class Answering {
  readonly answers: Answers = {};
  readonly hand: Hand;
  readonly #citizen: Citizen;
  readonly #survey: Survey;
  readonly #language: string;
  readonly #wanted: Answers;

  constructor(
    citizen: Citizen,
    survey: Survey,
    { language = 'it', wanted = {}, hand = byMouse }: AnsweringOptions = {},
  ) {
    this.#citizen = citizen;
    this.#survey = survey;
    this.#language = language;
    this.#wanted = wanted;
    this.hand = hand(citizen, (text) => this.words(text), language);
  }

  /** The pages that a person with these answers sees. */
  get pages(): readonly Page[] {
    return visibilityOf(this.#survey.form, this.answers).pages;
  }

  /** What the server must have stored once this is sent. */
  get stored(): unknown {
    return JSON.parse(JSON.stringify(this.answers));
  }

  words(text: LocalizedText): string {
    return localize(text, this.#language, this.#survey.languages).text;
  }

  /** Waits for a page's heading: the person is there. */
  async reach(page: Page): Promise<void> {
    await this.#citizen.heading(this.words(page.title!)).waitFor();
  }

  /** Answers every question of a page that is shown; those that are not must not be there. */
  async fill(page: Page): Promise<void> {
    for (const field of page.fields) {
      const visibility = visibilityOf(this.#survey.form, this.answers);
      const shown = visibility.isVisible(field.id);
      await this.#citizen.field(field.id).waitFor({ state: shown ? 'visible' : 'hidden' });
      if (!shown || field.type === 'note') continue;
      const value = sampleAnswer(field, this.#wanted, visibleOptions(field, visibility.lookup));
      if (value === undefined) continue;
      await this.hand.answer(field, value);
      this.answers[field.id] = value;
    }
  }

  /** Answers everything from the page of index `from` on, and goes on after each page. */
  async fillAll(next: string, { arrived, filled, from = 0, to = Infinity }: Walk = {}): Promise<void> {
    for (let index = from; index < Math.min(to, this.pages.length); index += 1) {
      const page = this.pages[index]!;
      await this.reach(page);
      await arrived?.(page, index);
      await this.fill(page);
      await filled?.(page, index);
      await this.hand.press(next);
    }
  }
}
