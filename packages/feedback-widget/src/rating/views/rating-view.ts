import type { RatingQuestion, RatingSubject } from '@cmto/contract';
import { longestRatingDetails, mostStars, ratingAnswers } from '@cmto/contract/rules/rating';
import { countTo } from '@cmto/core/form/count-to';
import type { Translate } from '@cmto/core/i18n/translate';
import { isOver, type RatingPhase } from '../model/phase.ts';
import { questionAfter } from '../model/rating.ts';
import { build } from './build.ts';
import { Words } from './words.ts';

/** What a person does in the view. */
export interface RatingPanel {
  /** Pressed what goes on: to the next step, or to sending. */
  next(): void;
  back(): void;
}

/** What is chosen and written; `stars` is 0 before there are any. */
export interface Filled {
  readonly stars: number;
  readonly answer: string;
  readonly details: string;
  /** What a program has written where no person can. */
  readonly trap: string;
}

const hooks: Readonly<Record<RatingQuestion, string>> = { liked: 'positive', difficulty: 'negative' };

/**
 * The rating as elements of the page itself, made once: a checker of public sites looks for their `data-element`, also
 * for those still hidden, and measures them right after a click. So nothing here waits for a next rendering.
 */
export class RatingView {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly #words = new Words();
  readonly #title = this.#words.text('');
  readonly #next = this.#words.text('rating.next');
  readonly #complaint = this.#words.text('');
  readonly #end = this.#words.text('');
  readonly #note = this.#words.text('');
  readonly #questions = { liked: this.#question('liked'), difficulty: this.#question('difficulty') } as const;
  readonly #details: HTMLElement;
  readonly #back: HTMLElement;
  readonly #actions: HTMLElement;
  readonly #ending: HTMLElement;

  /** `level` of its headings; `id`: what the ids inside begin with, and no other on the page. */
  constructor(panel: RatingPanel, level: number, id: string) {
    const heading = `h${Math.min(6, Math.max(1, Math.round(level) || 2))}` as 'h2';
    this.#details = this.#detailsStep(`${id}-help`);
    this.#back = this.#button('rating.back', () => panel.back());
    this.#actions = build('div', { class: 'cmto-rating-actions' }, this.#back, nextButton(this.#next));
    this.form = build(
      'form',
      { novalidate: '', autocomplete: 'off' },
      this.#stars(build(heading, { 'data-element': 'feedback-title' }, this.#title)),
      this.#questions.liked,
      this.#questions.difficulty,
      this.#details,
      build('p', { class: 'cmto-rating-error', role: 'alert' }, this.#complaint),
      this.#actions,
      trap(),
    );
    hearSubmit(this.form, () => panel.next());
    this.#ending = build(heading, { tabindex: -1 }, this.#end);
    const note = build('p', { role: 'status' }, this.#note);
    this.root = build('div', { class: 'cmto-rating', 'data-element': 'feedback' }, this.form, this.#ending, note);
    this.show('stars');
  }

  translate(t: Translate, language: string, direction: string): void {
    // Whoever listens for languages hears this one, too, even where it stays the same: it would never end.
    if (this.root.lang !== language) this.root.lang = language;
    this.root.dir = direction;
    this.#words.translate(t);
  }

  /** Asks about this. */
  ask(subject: RatingSubject): void {
    this.#words.say(this.#title, `rating.title-${subject}`);
  }

  show(phase: RatingPhase): void {
    const words = this.#words;
    const over = isOver(phase);
    const asked = phase === 'answer' ? questionAfter(this.read().stars) : undefined;
    for (const question of ['liked', 'difficulty'] as const) this.#questions[question].hidden = question !== asked;
    this.form.hidden = over;
    this.#ending.hidden = !over;
    this.#details.hidden = phase !== 'details';
    this.#back.hidden = phase !== 'details';
    this.#actions.hidden = phase === 'stars';
    words.say(this.#next, phase === 'details' ? 'rating.send' : 'rating.next');
    this.complain('');
    words.say(this.#end, phase === 'refused' || phase === 'deleted' ? 'rating.not-taken' : 'rating.thanks');
    words.say(this.#note, over && phase !== 'sent' && phase !== 'deleted' ? `rating.${phase}` : '');
  }

  /** Says what keeps the person from going on; with an empty key, that nothing does. */
  complain(key: string): void {
    this.#words.say(this.#complaint, key);
    const isMissing = String(key === 'rating.choose');
    for (const question of Object.values(this.#questions)) question.setAttribute('aria-invalid', isMissing);
  }

  /** Says that what was pressed is under way, where everything stays as it is. */
  wait(isWaiting: boolean): void {
    this.#words.say(this.#note, isWaiting ? 'rating.sending' : '');
  }

  /** Brings the person to the beginning of what is shown now. */
  focusStep(): void {
    const step = this.form.querySelector<HTMLElement>('fieldset:not([hidden]) > legend[tabindex]');
    (this.form.hidden ? this.#ending : step)?.focus();
  }

  /** Brings the person to the answers, of which one is missing. */
  focusAnswers(): void {
    this.form.querySelector<HTMLElement>('fieldset:not([hidden]) > .cmto-rating-answer input')?.focus();
  }

  /** Other stars: what was answered to the last ones is no answer to these. */
  forgetAnswer(): void {
    for (const input of this.form.querySelectorAll<HTMLInputElement>('.cmto-rating-answer input'))
      input.checked = false;
  }

  read(): Filled {
    const given = new FormData(this.form);
    const text = (name: string): string => String(given.get(name) ?? '');
    return {
      stars: Number(text('stars')),
      answer: text('liked') || text('difficulty'),
      details: text('details'),
      trap: text('website'),
    };
  }

  #button(key: string, pressed: () => void): HTMLElement {
    const button = build('button', { type: 'button', class: 'cmto-rating-outline' }, this.#words.text(key));
    button.addEventListener('click', pressed);
    return button;
  }

  #stars(heading: HTMLElement): HTMLElement {
    const stars = countTo(mostStars).map((index) =>
      build(
        'label',
        { class: 'cmto-rating-star', 'data-element': `feedback-rate-${index + 1}` },
        build('input', { type: 'radio', name: 'stars', value: index + 1 }),
        build('span', { class: 'cmto-rating-sr' }, this.#words.text('rating.star', index + 1)),
      ),
    );
    return build(
      'fieldset',
      { role: 'radiogroup' },
      build('legend', {}, heading),
      build('div', { class: 'cmto-rating-stars' }, ...stars),
    );
  }

  #legend(step: number, key: string, attributes: { readonly [name: string]: string } = {}): HTMLElement {
    return build(
      'legend',
      { tabindex: -1 },
      build('span', attributes, this.#words.text(key)),
      build('span', { class: 'cmto-rating-step', 'aria-hidden': 'true' }, `${step}/2`),
      build('span', { class: 'cmto-rating-sr' }, ' ', this.#words.text('rating.step', step)),
    );
  }

  #question(name: RatingQuestion): HTMLElement {
    return build(
      'fieldset',
      { role: 'radiogroup', 'aria-required': 'true', 'data-element': `feedback-rating-${hooks[name]}` },
      this.#legend(1, `rating.${name}`, { 'data-element': 'feedback-rating-question' }),
      ...ratingAnswers[name].map((value) =>
        build(
          'label',
          { class: 'cmto-rating-answer', 'data-element': 'feedback-rating-answer' },
          build('input', { type: 'radio', name, value }),
          this.#words.text(`rating.${name}-${value}`),
        ),
      ),
    );
  }

  #detailsStep(helpId: string): HTMLElement {
    const input = build('input', {
      name: 'details',
      maxlength: longestRatingDetails,
      'aria-describedby': helpId,
      'data-element': 'feedback-input-text',
    });
    return build(
      'fieldset',
      {},
      this.#legend(2, 'rating.details-title'),
      build('label', {}, this.#words.text('rating.details'), input),
      build('p', { id: helpId }, this.#words.text('rating.details-help')),
    );
  }
}

const nextButton = (words: Text): HTMLElement => build('button', { type: 'submit' }, words);

/** For programs that fill in every box: no person can reach it, and what it holds never refuses a rating. */
const trap = (): HTMLElement =>
  build(
    'div',
    { class: 'cmto-rating-sr', inert: '' },
    build('label', {}, 'Website ', build('input', { name: 'website', autocomplete: 'off', tabindex: -1 })),
  );

const hearSubmit = (form: HTMLFormElement, submitted: () => void): void => {
  const goOn = (event: Event): void => {
    event.preventDefault();
    // A form of the page around is not sent.
    event.stopPropagation();
    submitted();
  };
  form.addEventListener('submit', goOn);
  // A frame that may not submit forms (`sandbox="allow-scripts"`) hears no `submit`: the button is heard first.
  form.querySelector('[type=submit]')!.addEventListener('click', goOn);
};
