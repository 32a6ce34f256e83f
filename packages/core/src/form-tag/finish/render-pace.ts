import { firstSlice, type FormController } from '../form-controller.ts';

/** Fields added per slice: well under 50 ms of work on a slow phone. */
const slice = 16;

/** Renders a long page in slices, first screen first, so that it can be answered at once and never blocks the page. */
export class RenderPace {
  readonly #survey: FormController;
  /** The work under way, told apart from what was stopped. */
  #work: object | undefined;

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
    this.#work = undefined;
  }

  goOn(): void {
    if (this.#work || this.#survey.rendered >= this.#total) return;
    const work = {};
    this.#work = work;
    this.#survey.services!.platform.afterPaint(() => void this.#run(work));
  }

  async #run(work: object): Promise<void> {
    while (this.#work === work && this.#survey.rendered < this.#total) {
      this.#survey.rendered += slice;
      this.#survey.host.requestUpdate();
      await this.#survey.services!.platform.nextTask();
    }
    if (this.#work === work) this.stop();
  }
}
