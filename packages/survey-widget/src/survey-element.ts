import { FormElement } from '@cmto/core/form-tag/form-element';
import { surveyKind } from './survey-kind.ts';

/**
 * A survey, a poll or a satisfaction questionnaire, from its first question to the receipt.
 *
 * @tagname cmto-survey
 * @attribute slug - Name of the survey, as published. Required.
 * @attribute api - Base URL of the API, version included. Else `<cmto-provider>`, `<meta name="cmto-api">`, or the script's own origin.
 * @attribute lang - Language (BCP 47); else the nearest ancestor's, else Italian.
 * @attribute {number} heading-level - Level of the title's heading, 1 to 5; 2 by default.
 * @attribute {boolean} hide-title - The page has the title already.
 * @attribute {boolean} shared-device - Keeps nothing on the device.
 * @attribute instance - Tells two equal tags apart: each has its own draft.
 * @fires cmto-survey-ready - The first questions can be answered.
 * @fires cmto-survey-step-changed - Another step is shown; `detail.step` is its id.
 * @fires cmto-survey-submit-request - The person asked to send; cancelable.
 * @fires cmto-survey-queued - The answer waits on the device.
 * @fires cmto-survey-submitted - The server has given a receipt.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart message - A message in place of the questions.
 * @csspart steps - The list of steps.
 * @csspart summary - The error summary.
 * @csspart actions - The row of buttons.
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
export class CmtoSurvey extends FormElement {
  static override readonly kind = surveyKind;
}
