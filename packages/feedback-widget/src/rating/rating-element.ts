import { ContextEvent } from '@lit/context';
import type { RatingSubject } from '@cmto/contract';
import { type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { createTranslate, interfaceLanguage, loadMessages } from '@cmto/core/i18n/catalog';
import { directionOf, languageOf } from '@cmto/core/i18n/language';
import { onLanguageChange } from '@cmto/core/i18n/language-change';
import type { Translate } from '@cmto/core/i18n/translate';
import { kitVersion } from '@cmto/core/kit-version';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import { isOver, type RatingFate, type RatingPhase } from './model/phase.ts';
import { subjectOf } from './model/rating.ts';
import { RatingQueuedEvent, RatingSubmitRequestEvent, RatingSubmittedEvent } from './rating-events.ts';
import { sendRating } from './rating-sending.ts';
import { ratingServices } from './rating-services.ts';
import { ratingCatalog } from './rating-words.ts';
import { ratingStyles } from './rating.styles.ts';
import { type RatingPanel, RatingView } from './views/rating-view.ts';

const catalogs = [ratingCatalog];

/**
 * How clear a page is, or how easy a service was: stars, a reason, a few words. In the page's own tree, without a
 * shadow root: the national checker of public sites looks for its parts there.
 *
 * @tagname cmto-rating
 * @attribute {"page"|"service"} kind - What is rated: this page, or the service that was used on it; `page` by default.
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the question's heading, 1 to 6; 2 by default.
 * @attribute {boolean} shared-device - Keeps nothing on the device.
 * @fires cmto-rating-submit-request - The person asked to send; cancelable.
 * @fires cmto-rating-queued - The rating waits on the device.
 * @fires cmto-rating-submitted - The server has the rating.
 * @cssproperty --cmto-accent - Colour of stars and buttons.
 * @cssproperty --cmto-font - Font; the page's own by default.
 */
export class CmtoRating extends HTMLElement implements RatingPanel {
  static readonly kitVersion = kitVersion;
  static readonly observedAttributes = ['kind', 'lang'];

  #services: PageServices = ratingServices;
  #view: RatingView | undefined;
  #phase: RatingPhase = 'stars';
  #t: Translate = createTranslate(catalogs, 'it');
  #language = 'it';
  /** The rating's id; a new one for each. */
  #id = '';
  #isSending = false;
  #unsubscribe: (() => void) | undefined;
  #stopLanguage: (() => void) | undefined;

  connectedCallback(): void {
    adoptStyles(this.getRootNode() as Document | ShadowRoot, ratingStyles);
    this.#stopLanguage = onLanguageChange(() => void this.#speak());
    const ask = (services: PageServices, unsubscribe?: () => void): void => {
      this.#services = services;
      this.#unsubscribe = unsubscribe;
    };
    // The event itself instead of a consumer: a provider that comes later replays it all the same.
    this.dispatchEvent(new ContextEvent(pageServicesContext, this, ask, true));
    void this.#speak();
  }

  disconnectedCallback(): void {
    this.#stopLanguage?.();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#speak();
  }

  next(): void {
    const view = this.#view!;
    if (this.#phase === 'details') void this.#send();
    else if (view.read().answer) this.#enter('details', true);
    else {
      view.complain('rating.choose');
      view.focusAnswers();
    }
  }

  back(): void {
    this.#enter('answer', true);
  }

  get #subject(): RatingSubject {
    return subjectOf(this.getAttribute('kind'));
  }

  /** Shows itself in the language wanted, at once if it is Italian: others are fetched first. */
  async #speak(): Promise<void> {
    const language = interfaceLanguage(languageOf(this));
    if (language !== 'it') {
      // What cannot be had is shown in Italian.
      await loadMessages(catalogs, language).catch(() => undefined);
      if (!this.isConnected || language !== interfaceLanguage(languageOf(this))) return;
    }
    this.#t = createTranslate(catalogs, language);
    this.#language = language;
    const view = (this.#view ??= this.#createView());
    view.ask(this.#subject);
    view.translate(this.#t, language, directionOf(language));
    if (!this.contains(view.root)) this.replaceChildren(view.root);
  }

  #createView(): RatingView {
    const id = `cmto-rating-${this.#services.platform.uuid()}`;
    const view = new RatingView(this, Number(this.getAttribute('heading-level')), id);
    view.form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === 'stars') this.#begin();
      else if (target.type === 'radio') this.#answered();
    });
    return view;
  }

  #answered(): void {
    this.#view!.complain('');
    // It is likely to be sent: what sends comes while the network is there. Failing, it is asked for again.
    this.#services.delivery().catch(() => undefined);
  }

  #begin(): void {
    this.#id ||= this.#services.platform.uuid();
    this.#view!.forgetAnswer();
    this.#enter('answer');
  }

  #enter(phase: RatingPhase, asked = false): void {
    this.#phase = phase;
    this.#view!.show(phase);
    if (asked) this.#view!.focusStep();
  }

  async #send(): Promise<void> {
    const view = this.#view!;
    const subject = this.#subject;
    if (this.#isSending || !this.dispatchEvent(new RatingSubmitRequestEvent(subject))) return;
    this.#isSending = true;
    view.complain('');
    view.wait(true);
    try {
      const api = this.#services.base(this.getAttribute('api'));
      if (!api) throw new Error('<cmto-rating> does not know the address of the service: give it an api');
      const { stars, answer, details, trap } = view.read();
      await sendRating(
        this.#services,
        {
          id: this.#id,
          api,
          language: this.#language,
          rating: { subject, stars, answer, details },
          trap,
          title: this.#t('rating.kept', { page: document.title }),
          sharedDevice: this.hasAttribute('shared-device'),
        },
        (fate) => this.#become(fate, subject),
      );
    } catch (error) {
      console.error(error);
      view.wait(false);
      view.complain('rating.failed');
    } finally {
      this.#isSending = false;
    }
  }

  /** Shows what becomes of the rating, and tells the page. */
  #become(fate: RatingFate, subject: RatingSubject): void {
    const before = this.#phase;
    if (before === fate) return;
    this.#enter(fate, !isOver(before));
    // What the national model's own script tells, for pages that listen for it: without what was answered.
    if (!isOver(before)) document.dispatchEvent(new Event('feedback-submit'));
    if (fate === 'sent') this.dispatchEvent(new RatingSubmittedEvent(subject));
    if (fate === 'waiting' || fate === 'unkept') this.dispatchEvent(new RatingQueuedEvent(subject));
  }
}
