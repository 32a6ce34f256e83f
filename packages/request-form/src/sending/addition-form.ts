import type { AnswerValue, Field, FieldOf, Page } from '@cmto/contract';
import { limits } from '@cmto/contract/rules/limits';
import { isSameValue } from '@cmto/core/drafts/same-value';
import type { FieldServices } from '@cmto/core/fields/field-context';
import { blankAnswers } from '@cmto/core/form/form-answers';
import { FormSession } from '@cmto/core/form/form-session';
import { showAnswer } from '@cmto/core/form/show-answer';
import type { Translate } from '@cmto/core/i18n/translate';
import { KitError } from '@cmto/core/kit-error';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import { filesField, textField, textIn } from '../model/addition.ts';
import type { AdditionDraft } from './addition-draft.ts';

/** What the form needs of the tag around it. */
export interface AdditionHost {
  readonly t: Translate;
  readonly language: string;
  announce(words: string): void;
}

const refuse = async (): Promise<never> => Promise.reject(new KitError('request.not-found', 'not asked here'));

/** What is added to a request: a text, files, or both, as its draft has them. */
export class AdditionForm {
  readonly draft: AdditionDraft;
  readonly session: FormSession;
  readonly page: Page;
  readonly #host: AdditionHost;
  readonly #held = new Set<Promise<unknown>>();

  /** `withFiles`: the code of the file field is here. */
  constructor(host: AdditionHost, draft: AdditionDraft, withFiles: boolean) {
    this.#host = host;
    this.draft = draft;
    this.page = {
      id: 'integrazione',
      fields: [
        labelled(host, { id: textField, type: 'long-text', maxLength: limits.longText, label: 'request.add-text' }),
        ...(withFiles ? [labelled(host, { id: filesField, type: 'file', label: 'request.add-files' })] : []),
      ],
    };
    const answers = blankAnswers({ pages: [this.page] });
    for (const [id, value] of this.#drafted()) answers.set(id, value);
    this.session = new FormSession(answers, {
      seed: '',
      t: host.t,
      services: () => this.#fieldServices(),
      text: () => createDefinitionText(host.language, [host.language], () => undefined, String),
      announce: (words) => host.announce(words),
      onAnswer: ({ path }) => this.#answered(path),
    });
    draft.show = () => this.#show();
  }

  get text(): string {
    return textIn(this.draft.entry).trim();
  }

  /** Says beside the text what keeps it from being sent; whether nothing does. */
  check(): boolean {
    const { t } = this.#host;
    const over = this.text.length - limits.longText;
    const isEmpty = this.text === '' && this.draft.entry.attachments.length === 0;
    const fault = over > 0 ? t('request.add-long', { n: over }) : isEmpty ? t('request.add-empty') : undefined;
    this.session.showErrors(new Map(fault === undefined ? [] : [[textField, fault]]));
    return fault === undefined;
  }

  /** Waits for files still being read: until then they are no part of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#held);
  }

  /** The answers that the draft stands for. */
  #drafted(): readonly (readonly [string, AnswerValue | undefined])[] {
    const { entry } = this.draft;
    const files = entry.attachments.map(({ sha256 }) => sha256);
    return [
      [textField, textIn(entry) || undefined],
      [filesField, files.length > 0 ? files : undefined],
    ];
  }

  #answered(path: string): void {
    this.session.showErrors(new Map());
    if (path !== textField) return;
    const value = this.session.state.raw(textField);
    if (value !== this.draft.entry.answers[textField])
      this.draft.changed({ answers: value === undefined ? {} : { [textField]: value } });
  }

  /** Shows what another tab has made of the draft. */
  #show(): void {
    for (const [id, value] of this.#drafted())
      if (!isSameValue(this.session.state.raw(id), value)) showAnswer(this.session, id, value);
  }

  #fieldServices(): FieldServices {
    const { draft } = this;
    return {
      municipalities: refuse,
      position: refuse,
      storeFile: (field, file, type) => draft.files.keep(field, file, type),
      hold: (work) => {
        this.#held.add(work);
        const done = (): void => void this.#held.delete(work);
        work.then(done, done);
      },
      dropFile: (_, sha256) => draft.files.drop(sha256),
      // Nothing is sent before the person says so.
      upload: () => undefined,
      watchUploads: () => undefined,
      retryUploads: () => undefined,
      attachment: (sha256) => draft.entry.attachments.find((each) => each.sha256 === sha256),
    };
  }
}

/** A field whose label is read at every look, so in the language spoken then. */
const labelled = (host: AdditionHost, field: FieldOf<'long-text' | 'file'> & { readonly label: string }): Field =>
  Object.defineProperty({ ...field }, 'label', { get: () => host.t(field.label), enumerable: true });
