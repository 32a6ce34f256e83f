import type { ContributionStatus, SentMessage } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import type { Translate } from '@cmto/core/i18n/translate';
import type { Entry } from '@cmto/core/storage/entry';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import type { ReceiptTag } from '../receipt-tag.ts';
import type { OutgoingMessage } from '../sending/message-entry.ts';
import { MessagesController, type MessagesHost } from '../sending/messages-controller.ts';
import { type ContributionPanel, renderContribution } from './contribution-view.ts';
import { contributionCatalogs } from './contribution-words.ts';

/** What the author of a contribution reads and can send: an appeal, a withdrawal, asking for erasure. */
export class ContributionSending implements MessagesHost, ContributionPanel {
  readonly #tag: ReceiptTag;
  readonly #messages = new MessagesController(this);

  private constructor(tag: ReceiptTag) {
    this.#tag = tag;
  }

  /** With the words of the language spoken. */
  static async begin(tag: ReceiptTag): Promise<ContributionSending> {
    for (const catalog of contributionCatalogs) if (!tag.catalogs.includes(catalog)) tag.catalogs.push(catalog);
    await tag.words.load();
    return new ContributionSending(tag);
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
  get receipt(): ReceiptTag['receipt'] {
    return this.#tag.receipt;
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

  /** Goes on with what waits here for the contribution that is open. */
  follow(services: PageServices, api: string, code: string): void {
    // Without the code that sends, what is written can be sent again.
    this.#messages.follow(services, api, code).catch(() => undefined);
  }

  /** The tag has left the page, or another receipt is asked for. */
  leave(): void {
    this.#messages.leave();
  }

  readonly render = (status: ContributionStatus): unknown => renderContribution(this, status);

  readonly send = async (message: OutgoingMessage): Promise<void> => {
    this.announce(this.t('request.sending'));
    try {
      await this.#messages.send(message);
    } catch {
      return this.announce(this.t('contribution.not-kept'), true);
    }
    // What has arrived, or was refused, has said so itself.
    if (this.#tag.announcement === this.t('request.sending')) this.announce(this.t('request.waiting'));
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

  nameOf(kind: SentMessage['kind']): string {
    return this.t(`contribution.kind-${kind}`);
  }

  messagesChanged(): void {
    this.#tag.requestUpdate();
  }

  messageArrived(kind: SentMessage['kind']): void {
    this.announce(this.t(`contribution.sent-${kind}`), true);
    void this.receipt.refresh();
  }

  messageRefused(code: string): void {
    this.announce(this.t(`problem.${code}`), true);
    void this.receipt.refresh();
  }

  messageMissed(): void {
    this.announce(this.t('request.missed'), true);
    void this.receipt.refresh();
  }

  messageTitle(kind: SentMessage['kind']): string {
    const { phase } = this.#tag;
    const { title, language } = phase.name === 'shown' ? phase.status : { title: '', language: 'it' };
    const text = createDefinitionText(this.language, [language], () => undefined, String);
    return this.t('request.kind-of', { kind: this.nameOf(kind), title: text.words(title) });
  }
}
