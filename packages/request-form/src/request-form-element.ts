import { FormElement } from '@cmto/core/form-tag/form-element';
import { requestFormStyles } from './form/request-form.styles.ts';
import { requestKind } from './form/request-kind.ts';

/**
 * A request to a service, from the privacy notice to the receipt with the register’s number.
 *
 * @tagname cmto-request-form
 * @attribute slug - Name of the service, as published. Required.
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Keeps nothing on the device.
 * @attribute status-page - Address of the page with `<cmto-request-status>`: the receipt links to it.
 * @attribute instance - Tells two equal tags apart: each has its own draft.
 * @fires cmto-request-ready - The first questions can be answered.
 * @fires cmto-request-step-changed - Another step is shown; `detail.step` is its id.
 * @fires cmto-request-submit-request - The person asked to send; cancelable.
 * @fires cmto-request-queued - The request waits on the device.
 * @fires cmto-request-submitted - The server has given a receipt.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the questions.
 * @csspart steps - The list of steps.
 * @csspart summary - The error summary.
 * @csspart actions - The row of buttons.
 * @csspart procedure - Who answers, by when, what is needed.
 * @csspart sign-in - Who has signed in, or the way to do so.
 * @csspart confirm - The box for the code that came by e-mail.
 * @csspart receipt - The receipt.
 * @cssproperty --cmto-accent - Colour of buttons, links and marks.
 * @cssproperty --cmto-font - Font; the page's own by default.
 * @cssstate loading
 * @cssstate ready
 * @cssstate submitting
 * @cssstate queued
 * @cssstate submitted
 * @cssstate failed
 * @cssstate closed
 */
export class CmtoRequestForm extends FormElement {
  static override readonly kind = requestKind;
  static override styles = [...super.styles, requestFormStyles];
}
