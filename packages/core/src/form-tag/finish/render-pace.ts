import { firstSlice, type FormController } from '../form-controller.ts';

/** Fields added per slice: well under 50 ms of work on a slow phone. */
const slice = 16;

/**
 * Renders a long page in slices, first screen first, so that it can be answered at once and never blocks the page.
 * A channel's messages, unlike timers, are not slowed down in nested calls, and let input and painting in between.
 */
export class RenderPace {
  readonly #survey: FormController;
  #channel: MessageChannel | undefined;

  constructor(survey: FormController) {
    this.#survey = survey;
  }

  get #total(): number {
    const { phase } = this.#survey;
    return phase.name === 'ready' && phase.step.kind === 'page' ? phase.step.page.fields.length : 0;
  }

  /** Another page is shown: its first screen at once, the rest in slices. */
  restart(): void {
    this.#survey.rendered = firstSlice;
    this.goOn();
  }

  /** Everything is needed now, as for going to an error far down. */
  finish(): void {
    this.#survey.rendered = Math.max(this.#total, firstSlice);
    this.#survey.host.requestUpdate();
  }

  stop(): void {
    this.#channel?.port1.close();
    this.#channel = undefined;
  }

  goOn(): void {
    if (this.#channel || this.#survey.rendered >= this.#total) return;
    const channel = new MessageChannel();
    this.#channel = channel;
    channel.port1.onmessage = () => {
      this.#survey.rendered += slice;
      this.#survey.host.requestUpdate();
      if (this.#survey.rendered < this.#total) channel.port2.postMessage(0);
      else this.stop();
    };
    this.#survey.services!.platform.afterPaint(() => channel.port2.postMessage(0));
  }
}
