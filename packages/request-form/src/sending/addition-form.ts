import type { Attachment, Field, FieldOf, Page } from '@cmto/contract';
import { limits } from '@cmto/contract/rules/limits';
import type { PageServices } from '@cmto/core/context/page-services';
import type { FieldServices } from '@cmto/core/fields/field-context';
import { blankAnswers } from '@cmto/core/form/form-answers';
import { FormSession } from '@cmto/core/form/form-session';
import type { Translate } from '@cmto/core/i18n/translate';
import { KitError } from '@cmto/core/kit-error';
import { createDefinitionText } from '@cmto/core/text/definition-text';

/** What the form needs of the tag around it. */
export interface AdditionHost {
  readonly t: Translate;
  readonly language: string;
  announce(words: string): void;
}

const text = 'messaggio';
const files = 'documenti';
const refuse = async (): Promise<never> => Promise.reject(new KitError('request.not-found', 'not asked here'));

/**
 * What is added to a request: a text, files, or both. It is in this page's memory until it is sent, and on the device
 * from then on.
 */
export class AdditionForm {
  /** The key it is sent under, however often it is tried. */
  readonly id: string;
  readonly session: FormSession;
  readonly page: Page;
  readonly #host: AdditionHost;
  readonly #services: PageServices;
  readonly #files = new Map<string, { readonly attachment: Attachment; readonly bytes: ArrayBuffer }>();
  readonly #held = new Set<Promise<unknown>>();

  /** `withFiles`: the code of the file field is here. */
  constructor(host: AdditionHost, services: PageServices, withFiles: boolean) {
    this.#host = host;
    this.#services = services;
    this.id = services.platform.uuid();
    this.page = {
      id: 'integrazione',
      fields: [
        labelled(host, { id: text, type: 'long-text', maxLength: limits.longText, label: 'request.add-text' }),
        ...(withFiles ? [labelled(host, { id: files, type: 'file', label: 'request.add-files' })] : []),
      ],
    };
    this.session = new FormSession(blankAnswers({ pages: [this.page] }), {
      seed: '',
      t: host.t,
      services: () => this.#fieldServices(),
      text: () => createDefinitionText(host.language, [host.language], () => undefined, String),
      announce: (words) => host.announce(words),
      onAnswer: () => this.session.showErrors(new Map()),
    });
  }

  get text(): string {
    const value = this.session.state.raw(text);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** The files, in the order chosen. */
  get files(): readonly { readonly attachment: Attachment; readonly bytes: ArrayBuffer }[] {
    const named = this.session.state.raw(files);
    return Array.isArray(named) ? named.flatMap((sha256) => this.#files.get(sha256 as string) ?? []) : [];
  }

  /** Says beside the text what keeps it from being sent; whether nothing does. Waits for files still being read. */
  async check(): Promise<boolean> {
    await Promise.allSettled(this.#held);
    const { t } = this.#host;
    const over = this.text.length - limits.longText;
    const isEmpty = this.text === '' && this.files.length === 0;
    const fault = over > 0 ? t('request.add-long', { n: over }) : isEmpty ? t('request.add-empty') : undefined;
    this.session.showErrors(new Map(fault === undefined ? [] : [[text, fault]]));
    return fault === undefined;
  }

  #fieldServices(): FieldServices {
    return {
      municipalities: refuse,
      position: refuse,
      storeFile: (field, file, type) => this.#store(field, file, type),
      hold: (work) => {
        this.#held.add(work);
        const done = (): void => void this.#held.delete(work);
        work.then(done, done);
      },
      dropFile: (_, sha256) => void this.#files.delete(sha256),
      // Nothing is sent before the person says so.
      upload: () => undefined,
      watchUploads: () => undefined,
      retryUploads: () => undefined,
      attachment: (sha256) => this.#files.get(sha256)?.attachment,
    };
  }

  async #store(field: string, file: File, type: string): Promise<Attachment> {
    let bytes: ArrayBuffer;
    try {
      bytes = await file.arrayBuffer();
    } catch (error) {
      throw new KitError('file.unreadable', `cannot read a file of type ${file.type}`, { cause: error });
    }
    const sha256 = await (await this.#services.platform.device()).sha256(bytes);
    const attachment = { field, sha256, name: file.name.slice(-255), type, size: bytes.byteLength };
    this.#files.set(sha256, { attachment, bytes });
    return attachment;
  }
}

/** A field whose label is read at every look, so in the language spoken then. */
const labelled = (host: AdditionHost, field: FieldOf<'long-text' | 'file'> & { readonly label: string }): Field =>
  Object.defineProperty({ ...field }, 'label', { get: () => host.t(field.label), enumerable: true });
