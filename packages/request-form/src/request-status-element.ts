import type { ReceiptStatus, SentMessageKind } from '@cmto/contract';
import type { PageServices } from '@cmto/core/context/page-services';
import { kitVersion } from '@cmto/core/define';
import { adoptKindStyles, loadKinds } from '@cmto/core/fields/registry';
import type { Entry } from '@cmto/core/storage/entry';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { laterStyles } from '@cmto/core/styles/later.styles';
import { createDefinitionText } from '@cmto/core/text/definition-text';
import { AdditionForm } from './addition-form.ts';
import { MessagesController, type MessagesHost, type OutgoingMessage } from './messages-controller.ts';
import { ReceiptTag } from './receipt-tag.ts';
import { requestStyles } from './request.styles.ts';
import { renderReceipt } from './views/receipt-view.ts';
import type { SendPanel } from './views/send-view.ts';
import { renderRequestStatus } from './views/status-view.ts';

/**
 * What became of a request, for whoever has its code: where it is, what comes next and by when; adding what was asked
 * for, withdrawing, asking for erasure. What is sent is kept on the device until it has arrived.
 *
 * @tagname cmto-request-status
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Keeps nothing on the device, and shows nothing of what it has sent.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the request.
 * @csspart actions - The row of buttons.
 * @csspart state - Where the request is.
 * @csspart asked - What the office waits for.
 * @csspart waiting - What has not left the device.
 * @csspart outcome - The outcome.
 * @csspart timeline - The list of what has happened.
 * @csspart messages - The messages.
 * @csspart receipt - The receipt, where the code is that of an answer.
 * @cssproperty --cmto-accent - Colour of buttons, links and marks.
 * @cssproperty --cmto-font - Font; the page's own by default.
 * @cssstate asking
 * @cssstate loading
 * @cssstate shown
 * @cssstate failed
 */
export class CmtoRequestStatus extends ReceiptTag implements MessagesHost, SendPanel {
  static readonly kitVersion = kitVersion;
  static override styles = [baseStyles, fieldStyles, laterStyles, requestStyles];
  readonly titleKey = 'request.status-title';
  readonly #messages = new MessagesController(this);
  addition: AdditionForm | undefined;
  filesMissing = false;
  codeFault = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#messages.leave();
  }

  override updated(): void {
    super.updated();
    const { phase, code, services, base } = this.receipt;
    if (phase.name === 'asking') this.#forget();
    if (phase.name !== 'shown' || phase.status.kind !== 'request' || !services || !base || !code) return;
    // Without the code that sends, what is written stays where it is and can be sent again.
    this.#messages.follow(services, base, code).catch(() => undefined);
    if (!this.addition) void this.#bringAddition(services);
  }

  renderStatus(status: ReceiptStatus): unknown {
    return status.kind === 'request' ? renderRequestStatus(this, status) : renderReceipt(this, status);
  }

  get waiting(): readonly Entry[] {
    return this.#messages.waiting;
  }
  get isDurable(): boolean {
    return this.#messages.isDurable;
  }

  readonly add = async (): Promise<void> => {
    const { addition } = this;
    if (!addition) return;
    if (!(await addition.check())) {
      this.renderRoot.querySelector<HTMLElement>('[data-field=messaggio] textarea')?.focus();
      return;
    }
    const { text, files } = addition;
    if (await this.#hand({ kind: 'addition', text: text || undefined, files })) {
      // Queued, or there already: what comes next is another one.
      this.addition = undefined;
      this.requestUpdate();
    }
  };

  readonly confirm = async (typed: string): Promise<void> => {
    const code = typed.replace(/\s/g, '');
    this.codeFault = !/^\d{6}$/.test(code);
    this.requestUpdate();
    await this.updateComplete;
    if (this.codeFault) this.renderRoot.querySelector<HTMLElement>('#confirm')?.focus();
    else await this.send({ kind: 'confirm', code });
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

  messagesChanged(): void {
    this.requestUpdate();
  }

  messageArrived(kind: SentMessageKind): void {
    this.announce(this.t(`request.sent-${kind}`), true);
    void this.receipt.refresh();
  }

  messageRefused(code: string): void {
    this.announce(this.t(`problem.${code}`), true);
    void this.receipt.refresh();
  }

  messageTitle(kind: SentMessageKind): string {
    const { phase } = this.receipt;
    const { title, language } = phase.name === 'shown' ? phase.status : { title: '', language: 'it' };
    const text = createDefinitionText(this.language, [language], () => undefined, String);
    return this.t('request.kind-of', { kind: this.t(`request.kind-${kind}`), title: text.words(title) });
  }

  protected override translated(): void {
    this.addition?.session.translate(this.t);
  }

  /** Hands a message over; whether the device has it. */
  async #hand(message: OutgoingMessage): Promise<boolean> {
    this.announce(this.t('request.sending'));
    try {
      await this.#messages.send(message);
    } catch {
      this.announce(this.t('request.add-failed'), true);
      return false;
    }
    // What has arrived, or was refused, has said so itself.
    if (this.announcement === this.t('request.sending')) this.announce(this.t('request.waiting'));
    return true;
  }

  /** Another receipt is asked for: what was written for this one is not for that. */
  #forget(): void {
    this.#messages.leave();
    this.addition = undefined;
    this.codeFault = false;
  }

  async #bringAddition(services: PageServices): Promise<void> {
    let withFiles = true;
    try {
      await loadKinds(['file']);
      adoptKindStyles(this.renderRoot);
    } catch {
      withFiles = false;
    }
    if (this.addition || this.receipt.phase.name !== 'shown') return;
    this.filesMissing = !withFiles;
    this.addition = new AdditionForm(this, services, withFiles);
    this.requestUpdate();
  }
}
