import type { AnswerValue, Field, Survey } from '@cmto/contract';
import { createTranslate, interfaceLanguage, loadMessages } from '../i18n/catalog.ts';
import { directionOf, languageOf } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { FormAnswers } from '../form/form-answers.ts';
import { createDefinitionText, type DefinitionText } from '../text/definition-text.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { loadTranslate } from './form-words.ts';

/** The language a widget speaks: the one chosen in it, else the tag's or the nearest ancestor's, else Italian. */
export class FormLanguage {
  /** BCP 47 tag of the language shown now. */
  code = 'it';
  t: Translate;
  /** Puts an answer into words, for labels that quote one; comes with the code of the later phases. */
  describe:
    | ((language: FormLanguage, survey: Pick<Survey, 'languages'>, field: Field, value: AnswerValue) => string)
    | undefined;
  readonly #host: Element;
  readonly #catalogs: readonly Catalog[];
  readonly #onChange: () => void;
  #chosen: string | undefined;

  constructor(host: Element, catalogs: readonly Catalog[], onChange: () => void) {
    this.#host = host;
    this.#catalogs = catalogs;
    this.t = createTranslate(catalogs, 'it');
    this.#onChange = onChange;
  }

  get direction(): 'rtl' | 'ltr' {
    return directionOf(this.code);
  }

  /** Speaks another language from now on, whatever the page says. */
  async choose(language: string): Promise<void> {
    this.#chosen = language;
    await this.load();
  }

  /** Fetches the words of the wanted language and shows them. Never rejects: what is missing stays Italian. */
  async load(): Promise<void> {
    const wanted = this.#chosen ?? languageOf(this.#host);
    const { language, t } = await loadTranslate(this.#catalogs, wanted);
    // Another language was wanted meanwhile: that one's words are on their way.
    if (wanted !== (this.#chosen ?? languageOf(this.#host))) return;
    const changed = language !== this.code;
    this.code = language;
    this.t = t;
    if (changed) this.#onChange();
  }

  /** Fetches all languages of a definition, so that switching works without network. Rejects when one cannot be had. */
  async loadAll(languages: readonly string[]): Promise<void> {
    await Promise.all(languages.map((language) => loadMessages(this.#catalogs, interfaceLanguage(language))));
  }

  /** The definition's words in this language, earlier answers quoted where a state is given. */
  text(survey: Pick<Survey, 'languages'>, state?: FormAnswers): DefinitionText {
    return createDefinitionText(
      this.code,
      survey.languages,
      (id) => state?.lookup(id),
      (id, value) => {
        const field = state?.field(id);
        return field && this.describe ? this.describe(this, survey, field, value) : '…';
      },
    );
  }
}
