import type { Finish } from './finish.ts';
import { prefetch } from './prefetch.ts';

/** Gets ready for the rest of a survey, once for each person's answer to it. */
export class Preparation {
  readonly #finish: Finish;
  #subject: unknown;
  #underWay: Promise<void> | undefined;

  constructor(finish: Finish) {
    this.#finish = finish;
  }

  /** Opens the device's store, fetches what completing the survey can need. Never rejects. */
  run(): Promise<void> {
    const { session, survey } = this.#finish.survey;
    const subject = session ?? survey;
    if (!this.#underWay || this.#subject !== subject) {
      const underWay = this.#getReady().finally(() => {
        if (this.#underWay === underWay) this.#underWay = undefined;
      });
      this.#underWay = underWay;
      this.#subject = subject;
    }
    return this.#underWay;
  }

  async #getReady(): Promise<void> {
    const finish = this.#finish;
    const { survey } = finish;
    finish.takeOver();
    finish.pace.goOn();
    try {
      await finish.submission.open();
      if (!finish.companion) {
        finish.companion = await finish.late.accompany?.(finish);
        finish.companion?.begin?.();
      }
      const { device } = await survey.services!.delivery();
      await new Promise<void>((resolve) => device.whenIdle(resolve));
      finish.paused = true;
      survey.host.requestUpdate();
      await prefetch(finish);
    } catch {
      // What keeps drafts could not be had: it is asked for again at the next answer, and when the person goes on.
    }
  }
}
