import type { RequestStatus, SentMessageKind } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { adoptKindStyles, loadKinds } from '@cmto/core/fields/registry';
import type { Translate } from '@cmto/core/i18n/translate';
import type { Entry } from '@cmto/core/storage/entry';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import type { ReceiptTag } from '../receipt-tag.ts';
import type { ConfirmController } from '../confirm/confirm-controller.ts';
import { confirmOnStatus } from '../confirm/confirm-on-status.ts';
import { AdditionForm } from './addition-form.ts';
import { MessagesController, type MessagesHost, type OutgoingMessage } from './messages-controller.ts';
import {
  renderAddition,
  renderConfirmHere,
  renderLeaving,
  renderMore,
  renderWaiting,
  type SendPanel,
} from './send-view.ts';
import { sendingCatalogs } from './sending-words.ts';

/**
 * All that a person can send to the request that is open: what was asked for, the code of an e-mail, a withdrawal. Its
 * code comes once a request is shown.
 */
export class Sending implements MessagesHost, SendPanel {
  readonly #tag: ReceiptTag;
  #code = '';
  #services: PageServices | undefined;
  readonly #messages = new MessagesController(this);
  addition: AdditionForm | undefined;
  isAdding = false;
  filesMissing = false;
  confirm: ConfirmController | undefined;

  private constructor(tag: ReceiptTag) {
    this.#tag = tag;
  }

  /** With the words of the language spoken. */
  static async begin(tag: ReceiptTag): Promise<Sending> {
    if (!tag.catalogs.includes(sendingCatalogs[0]!)) tag.catalogs.push(...sendingCatalogs);
    await tag.words.load();
    return new Sending(tag);
  }

  get t(): Translate {
    return this.#tag.t;
  }
  get language(): string {
    return this.#tag.language;
  }
  get level(): number {
    return this.#tag.level;
  }
  get sharedDevice(): boolean {
    return this.#tag.sharedDevice;
  }
  get isConnected(): boolean {
    return this.#tag.isConnected;
  }
  get waiting(): readonly Entry[] {
    return this.#messages.waiting;
  }
  get isDurable(): boolean {
    return this.#messages.isDurable;
  }

  /** Goes on with what waits here for the request that is open. */
  follow(services: PageServices, api: string, code: string): void {
    if (code !== this.#code) this.forget();
    if (code !== this.#code || services !== this.#services) {
      this.#code = code;
      this.#services = services;
      this.confirm = confirmOnStatus(this.#tag);
      this.#tag.requestUpdate();
    }
    // Without the code that sends, what is written stays where it is and can be sent again.
    this.#messages.follow(services, api, code).catch(() => undefined);
    if (!this.addition) void this.#bringAddition(services);
  }

  /** The tag has left the page. */
  leave(): void {
    this.#messages.leave();
  }

  /** Another receipt is asked for: what was written for this one is not for that. */
  forget(): void {
    this.leave();
    this.addition = undefined;
    this.confirm = undefined;
    this.#code = '';
  }

  translated(): void {
    this.addition?.session.translate(this.t);
  }

  readonly renderWaiting = (): unknown => renderWaiting(this);
  readonly renderConfirm = (status: RequestStatus): unknown => renderConfirmHere(this, status);
  readonly renderAddition = (): unknown => renderAddition(this);
  readonly renderMore = (): unknown => renderMore(this);
  readonly renderLeaving = (status: RequestStatus): unknown => renderLeaving(this, status);

  readonly add = async (): Promise<void> => {
    const { addition } = this;
    if (!addition || this.isAdding) return;
    this.#setAdding(true);
    try {
      if (await addition.check()) await this.#handAddition(addition);
      else this.#tag.renderRoot.querySelector<HTMLElement>('[data-field=messaggio] textarea')?.focus();
    } finally {
      this.#setAdding(false);
    }
  };

  readonly send = async (message: OutgoingMessage): Promise<void> => {
    await this.#hand(message);
  };

  readonly again = async (): Promise<void> => {
    this.announce(this.t('request.sending'));
    await this.#messages.again();
    if (this.waiting.some(({ state }) => state === 'queued')) this.announce(this.t('request.waiting-still'), true);
  };

  readonly discard = (entry: Entry): Promise<void> => this.#messages.discard(entry);

  announce(words: string, isNews = false): void {
    this.#tag.announce(words, isNews);
  }

  messagesChanged(): void {
    this.#tag.requestUpdate();
  }

  messageArrived(kind: SentMessageKind): void {
    this.announce(this.t(`request.sent-${kind}`), true);
    void this.#tag.receipt.refresh();
  }

  messageRefused(code: string): void {
    this.announce(this.t(`problem.${code}`), true);
    void this.#tag.receipt.refresh();
  }

  messageTitle(kind: SentMessageKind): string {
    const { phase } = this.#tag;
    const { title, language } = phase.name === 'shown' ? phase.status : { title: '', language: 'it' };
    const text = createDefinitionText(this.language, [language], () => undefined, String);
    return this.t('request.kind-of', { kind: this.t(`request.kind-${kind}`), title: text.words(title) });
  }

  #setAdding(isAdding: boolean): void {
    this.isAdding = isAdding;
    this.#tag.requestUpdate();
  }

  async #handAddition(addition: AdditionForm): Promise<void> {
    const { id, text, files } = addition;
    await this.#hand({ id, kind: 'addition', text: text || undefined, files }, () => {
      // What comes next is another one.
      if (this.addition === addition) this.addition = undefined;
      this.#tag.requestUpdate();
    });
  }

  /** Hands a message over; never rejects. `kept` hears that the device has it. */
  async #hand(message: OutgoingMessage, kept?: () => void): Promise<void> {
    this.announce(this.t('request.sending'));
    try {
      await this.#messages.send(message, kept);
    } catch {
      return this.announce(this.t('request.add-failed'), true);
    }
    // What has arrived, or was refused, has said so itself.
    if (this.#tag.announcement === this.t('request.sending')) this.announce(this.t('request.waiting'));
  }

  async #bringAddition(services: PageServices): Promise<void> {
    let withFiles = true;
    try {
      await loadKinds(['file']);
      adoptKindStyles(this.#tag.renderRoot);
    } catch {
      withFiles = false;
    }
    if (this.addition || this.#tag.phase.name !== 'shown') return;
    this.filesMissing = !withFiles;
    this.addition = new AdditionForm(this, services, withFiles);
    this.#tag.requestUpdate();
  }
}
