import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Consultation } from '@cmto/contract';
import type { PublishedOnForm } from './published-on-form.ts';

/** What others have contributed, below a form: its code comes once the form has been painted. */
class BelowForm {
  readonly #form: FormController;
  #published: PublishedOnForm | undefined;
  #isBringing = false;

  constructor(form: FormController) {
    this.#form = form;
  }

  /** Nothing until it is here; without its code the form can be filled in all the same. */
  render(consultation: Consultation): unknown {
    const { services, host } = this.#form;
    if (this.#published) {
      if (host.isConnected) this.#published.follow(consultation);
      return this.#published.render();
    }
    if (!this.#isBringing && services) {
      this.#isBringing = true;
      services.platform.afterPaint(() => void this.#bring());
    }
    return undefined;
  }

  leave(): void {
    this.#published?.leave();
  }

  async #bring(): Promise<void> {
    try {
      const { publishedOn } = await import('./published-on-form.ts');
      this.#published = await publishedOn(this.#form);
      this.#form.host.requestUpdate();
    } catch {
      // At the next rendering it is asked for again.
      this.#isBringing = false;
    }
  }
}

const all = new WeakMap<FormController, BelowForm>();

/** What others have contributed, below this form. */
export const belowForm = (form: FormController): BelowForm => {
  const below = all.get(form) ?? new BelowForm(form);
  all.set(form, below);
  return below;
};
