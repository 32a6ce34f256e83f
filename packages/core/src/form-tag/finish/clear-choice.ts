import type { FormSession } from '../../form/form-session.ts';
import type { Page } from '@cmto/contract';
import type { FormController } from '../form-controller.ts';

const isRequired = (set: Element): boolean =>
  set.hasAttribute('aria-required') || set.querySelector('[aria-required]') !== null;

/** Takes the choice back as the person would if a radio could be unticked: the field reads its own controls again. */
const clear = (survey: FormController, set: Element): void => {
  const radios = set.querySelectorAll<HTMLInputElement>('[type=radio]');
  for (const radio of radios) radio.checked = false;
  set.querySelector(':scope > .clear-choice')?.remove();
  radios[0]?.dispatchEvent(new Event('change', { bubbles: true }));
  radios[0]?.focus();
  survey.announce(survey.language.t('form.choice-cleared'));
};

const createButton = (survey: FormController, set: Element): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain clear-choice';
  button.textContent = survey.language.t('form.clear-choice');
  // Which question it is about, for whoever comes upon it out of its place.
  const label = set.getAttribute('aria-labelledby');
  if (label) button.setAttribute('aria-describedby', label);
  button.addEventListener('click', () => clear(survey, set));
  return button;
};

/**
 * Puts a button under answered questions that need no answer, for radios alone cannot be taken back. Added from outside
 * and when there is something to take back, so that a page of a thousand questions does not begin with as many buttons.
 */
const offerIn = (survey: FormController, place: ParentNode): void => {
  for (const radio of place.querySelectorAll('[type=radio]:checked')) {
    const set = radio.closest('fieldset');
    if (!set || isRequired(set) || set.querySelector(':scope > .clear-choice')) continue;
    set.append(createButton(survey, set));
  }
};

/** Offers to take back choices on the page shown: those of a draft found again at once, others when they are made. */
export class ClearChoice {
  readonly #survey: FormController;
  #seen: readonly [FormSession | undefined, Page | undefined, rendered: number, language: string] | undefined;

  constructor(survey: FormController) {
    this.#survey = survey;
  }

  answered(path: string): void {
    const place = this.#survey.host.renderRoot.querySelector(`[data-field="${CSS.escape(path)}"]`);
    if (place) offerIn(this.#survey, place);
  }

  /** Looks through the page only when more of it, another one or another language is shown. */
  updated(): void {
    const { host, language, phase, rendered, session } = this.#survey;
    const page = phase.name === 'ready' && phase.step.kind === 'page' ? phase.step.page : undefined;
    const now = [session, page, rendered, language.code] as const;
    if (this.#seen?.every((each, at) => each === now[at])) return;
    this.#seen = now;
    for (const button of host.renderRoot.querySelectorAll('.clear-choice')) {
      button.textContent = language.t('form.clear-choice');
    }
    if (page && session && Object.keys(session.state.answers).length > 0) offerIn(this.#survey, host.renderRoot);
  }
}
