import { FormElement } from '@cmto/core/form-tag/form-element';
import { belowForm } from '../published/below-form.ts';
import { feedbackKind } from './feedback-kind.ts';
import { feedbackStyles } from './feedback.styles.ts';
import { readerOf } from './reader.ts';

const trimmed = (text: string): string => text.trim();

/**
 * A consultation: observations on a document, section by section, or ideas, materials and needs; from reading to the
 * receipt.
 *
 * @tagname cmto-feedback
 * @attribute slug - Name of the consultation, as published. Required.
 * @attribute for - Selector of the document that the page itself shows: each of its sections gets a button. Without it the tag shows the document.
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Keeps nothing on the device.
 * @attribute instance - Tells two equal tags apart: each has its own drafts.
 * @fires cmto-feedback-ready - The document, or the first questions, can be used.
 * @fires cmto-feedback-step-changed - Another step is shown; `detail.step` is its id.
 * @fires cmto-feedback-submit-request - The person asked to send; cancelable.
 * @fires cmto-feedback-queued - The contribution waits on the device.
 * @fires cmto-feedback-submitted - The server has given a receipt.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the questions.
 * @csspart terms - By when, and how contributions are published.
 * @csspart document - The document.
 * @csspart observation - The questions about one section.
 * @csspart steps - The list of steps.
 * @csspart summary - The error summary.
 * @csspart actions - The row of buttons.
 * @csspart published - What others have contributed.
 * @csspart receipt - The receipt.
 * @cssproperty --cmto-accent - Colour of buttons, links and marks.
 * @cssproperty --cmto-font - Font; the page's own by default.
 * @cssstate loading
 * @cssstate choosing
 * @cssstate ready
 * @cssstate submitting
 * @cssstate queued
 * @cssstate submitted
 * @cssstate failed
 * @cssstate closed
 */
export class CmtoFeedback extends FormElement {
  static override readonly kind = feedbackKind;
  static override styles = [...super.styles, feedbackStyles];
  static override properties = {
    ...super.properties,
    htmlFor: { attribute: 'for', type: trimmed, initial: undefined },
  };

  declare htmlFor: string | undefined;

  override connectedCallback(): void {
    readerOf(this.form).connected();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    readerOf(this.form).disconnected();
    belowForm(this.form).leave();
  }

  override willUpdate(changed: ReadonlySet<string>): void {
    const reader = readerOf(this.form);
    if (['slug', 'api', 'instance'].some((name) => changed.has(name))) reader.begin();
    reader.selector = this.htmlFor;
    super.willUpdate(changed);
  }

  override updated(): void {
    super.updated();
    readerOf(this.form).updated();
  }
}
