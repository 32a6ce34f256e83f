import type { RequestStatus, SentMessage } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { adoptKindStyles, loadKinds } from '@cmto/core/fields/registry';
import type { Translate } from '@cmto/core/i18n/translate';
import type { Entry } from '@cmto/core/storage/entry';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import type { ReceiptTag } from '../receipt-tag.ts';
import type { ConfirmController } from '../confirm/confirm-controller.ts';
import { confirmOnStatus } from '../confirm/confirm-on-status.ts';
import { AdditionDraft, type AdditionDraftHost, type AdditionNews } from './addition-draft.ts';
import { AdditionForm } from './addition-form.ts';
import type { OutgoingMessage } from './message-entry.ts';
import { MessagesController, type MessagesHost } from './messages-controller.ts';
import { renderAddition, renderConfirmHere, renderLeaving, renderMore, type SendPanel } from './send-view.ts';
import { sendingCatalogs } from './sending-words.ts';
import { renderWaiting } from './waiting-view.ts';

/**
 * All that a person can send to the request that is open: what was asked for, the code of an e-mail, a withdrawal. Its
 * code comes once a request is shown.
 */
export class Sending implements MessagesHost, AdditionDraftHost, SendPanel {
  readonly #tag: ReceiptTag;
  #code = '';
  #services: PageServices | undefined;
  readonly #messages = new MessagesController(this);
  addition: AdditionForm | undefined;
  isAdding = false;
  isHandingOver = false;
  #isBringing = false;
  /** Why another draft is shown than the one that was. */
  #news: AdditionNews | undefined;
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
    this.addition?.draft.comeBack();
    if (!this.addition && !this.#isBringing) void this.#bringAddition(services, api, code);
  }

  /** The tag has left the page. */
  leave(): void {
    this.#messages.leave();
    this.addition?.draft.leave();
  }

  /** Another receipt is asked for: what was written for this one is not for that. */
  forget(): void {
    this.leave();
    this.addition?.draft.forget();
    this.addition = undefined;
    this.#news = undefined;
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
      await addition.settled();
      const isWhole = addition.check();
      if (isWhole) await this.#handWhole(addition);
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

  nameOf(kind: SentMessage['kind']): string {
    return this.t(`request.kind-${kind}`);
  }

  announce(words: string, isNews = false): void {
    this.#tag.announce(words, isNews);
  }

  messagesChanged(): void {
    this.#tag.requestUpdate();
  }

  messageArrived(kind: SentMessage['kind']): void {
    this.announce(this.t(`request.sent-${kind}`), true);
    void this.#tag.receipt.refresh();
  }

  messageRefused(code: string): void {
    this.announce(this.t(`problem.${code}`), true);
    void this.#tag.receipt.refresh();
  }

  messageMissed(): void {
    this.announce(this.t('request.missed'), true);
    void this.#tag.receipt.refresh();
  }

  /** What is to be said of the draft that is shown. */
  get draftNews(): AdditionNews | undefined {
    return this.addition?.draft.news ?? this.#news;
  }

  get draftTitle(): string {
    return this.messageTitle('addition');
  }

  isOnItsWay(id: string): boolean {
    return this.#messages.has(id);
  }

  draftChanged(): void {
    this.#tag.requestUpdate();
  }

  draftOver(news?: AdditionNews): void {
    this.#news = news;
    this.addition = undefined;
    this.#tag.requestUpdate();
  }

  readonly deleteDraft = async (): Promise<void> => {
    let isDeleted: boolean | undefined;
    try {
      isDeleted = await this.addition?.draft.discard();
    } catch {
      return this.announce(this.t('request.draft-failed'), true);
    }
    this.announce(this.t(isDeleted === false ? 'request.draft-sent' : 'request.draft-deleted'), true);
  };

  messageTitle(kind: SentMessage['kind']): string {
    const { phase } = this.#tag;
    const { title, language } = phase.name === 'shown' ? phase.status : { title: '', language: 'it' };
    const text = createDefinitionText(this.language, [language], () => undefined, String);
    return this.t('request.kind-of', { kind: this.nameOf(kind), title: text.words(title) });
  }

  #setAdding(isAdding: boolean): void {
    this.isAdding = isAdding;
    this.#tag.requestUpdate();
  }

  /** Nothing can be written while it is handed over. */
  async #handWhole(addition: AdditionForm): Promise<void> {
    this.isHandingOver = true;
    this.#tag.requestUpdate();
    await this.#tag.updateComplete;
    try {
      await this.#handAddition(addition);
    } finally {
      this.isHandingOver = false;
    }
  }

  async #handAddition(addition: AdditionForm): Promise<void> {
    const { draft } = addition;
    // What another tab has made of it is read before it is sent.
    if (!(await draft.settle())) return this.announce(this.t(`request.draft-${this.draftNews ?? 'merged'}`));
    draft.handOver();
    let isKept = false;
    await this.#hand({ kind: 'addition', text: addition.text || undefined, draft: draft.entry }, () => {
      isKept = true;
      this.isHandingOver = false;
      draft.leave();
      // What comes next is another one.
      if (this.addition === addition) this.draftOver();
    });
    if (!isKept) draft.takeBack();
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

  async #bringAddition(services: PageServices, api: string, code: string): Promise<void> {
    this.#isBringing = true;
    const [withFiles, draft] = await Promise.all([
      loadKinds(['file']).then(
        () => true,
        () => false,
      ),
      AdditionDraft.open(this, services, api, code).catch(() => undefined),
    ]);
    this.#isBringing = false;
    const isWanted = code === this.#code && services === this.#services && this.#tag.isConnected;
    if (isWanted && draft) {
      if (withFiles) adoptKindStyles(this.#tag.renderRoot);
      this.filesMissing = !withFiles;
      this.addition = new AdditionForm(this, draft, withFiles);
    } else draft?.leave();
    this.#tag.requestUpdate();
  }
}
