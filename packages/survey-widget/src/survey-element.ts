import { ContextEvent } from '@lit/context';
import { defaultPageServices, type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { kitVersion } from '@cmto/core/define';
import { KitElement } from '@cmto/core/element/kit-element';
import { fieldStyles } from '@cmto/core/styles/fields.styles';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { FormController } from '@cmto/core/form-tag/form-controller';
import { formTagStyles } from '@cmto/core/form-tag/form-tag.styles';
import { statesOf } from '@cmto/core/form-tag/model/phase';
import { renderTag } from '@cmto/core/form-tag/views/tag-view';
import { surveyKind } from './survey-kind.ts';

/** What is pasted into a CMS often brings spaces along. */
const trimmed = (text: string): string => text.trim();

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
export class CmtoSurvey extends KitElement {
  static readonly kitVersion = kitVersion;
  static override styles = [baseStyles, fieldStyles, formTagStyles];
  static override properties = {
    slug: { attribute: 'slug', type: trimmed, initial: undefined },
    api: { attribute: 'api', type: String, initial: undefined },
    headingLevel: { attribute: 'heading-level', type: Number, initial: 2 },
    hideTitle: { attribute: 'hide-title', type: Boolean, initial: false },
    sharedDevice: { attribute: 'shared-device', type: Boolean, initial: false },
    instance: { attribute: 'instance', type: String, initial: '' },
  };

  declare slug: string | undefined;
  declare api: string | undefined;
  declare headingLevel: number;
  declare hideTitle: boolean;
  declare sharedDevice: boolean;
  declare instance: string;

  readonly survey = new FormController(this, surveyKind);
  #services: PageServices | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #internals = typeof this.attachInternals === 'function' ? this.attachInternals() : undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.survey.connected();
    // The event itself instead of a consumer: a provider that comes later replays it all the same.
    const ask = (services: PageServices, unsubscribe?: () => void): void => {
      this.#services = services;
      this.#unsubscribe = unsubscribe;
      this.requestUpdate();
    };
    this.dispatchEvent(new ContextEvent(pageServicesContext, this, ask, true));
  }

  disconnectedCallback(): void {
    this.survey.disconnected();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  override willUpdate(changed: ReadonlySet<string>): void {
    const services = this.#services ?? defaultPageServices();
    const settings = ['slug', 'api', 'instance', 'sharedDevice'].some((name) => changed.has(name));
    if (settings || services !== this.survey.services) void this.survey.start(services);
  }

  override render() {
    return renderTag(this.survey, { level: this.headingLevel, hideTitle: this.hideTitle });
  }

  override updated(): void {
    this.survey.finish?.updated();
    const names = statesOf(this.survey.phase);
    if (this.survey.finish?.offlineReady) names.push('offline-ready');
    const states = this.#internals?.states;
    states?.clear();
    for (const name of names) states?.add(name);
  }
}
