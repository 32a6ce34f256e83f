import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { givenAnswer } from '@cmto/core/form-tag/finish/given-answer';
import { isSamePerson } from '../../model/same-person.ts';
import { serviceOf } from '../procedure-box-view.ts';

/**
 * Whether who has signed in applies for somebody else: the one is who signs (CAD art. 65), the other is who is named in
 * the form. Services have no word for it, so the person confirms it before sending; both go with the request.
 */
export class OnBehalf {
  readonly #finish: Finish;
  readonly #changed: () => void;
  /** For whom it was confirmed: another name is confirmed anew. */
  #confirmed = '';
  /** The person has tried to send without it. */
  isMissing = false;

  /** `changed`: the person is to be brought to it. */
  constructor(finish: Finish, changed: () => void) {
    this.#finish = finish;
    this.#changed = changed;
  }

  /** Who is named in the place of `signedIn`, each a name of its own; none where that is who applies. */
  named(signedIn: string): readonly string[] {
    const { applicant } = serviceOf(this.#finish.survey);
    const person = this.#words(applicant.name).join(' ');
    const [organisation] = this.#words(applicant.organisation ?? []);
    const isOther = person !== '' && !isSamePerson(person, signedIn);
    return [...(isOther ? [person] : []), ...(organisation === undefined ? [] : [organisation])];
  }

  isConfirmed(signedIn: string): boolean {
    return this.#confirmed === this.named(signedIn).join('\n');
  }

  confirm(signedIn: string, isSo: boolean): void {
    this.#confirmed = isSo ? this.named(signedIn).join('\n') : '';
    this.isMissing = false;
  }

  /** Whether a request may go that this person has signed; tells the person if not. */
  require(signedIn: string): boolean {
    this.isMissing = !this.isConfirmed(signedIn);
    if (this.isMissing) this.#changed();
    return !this.isMissing;
  }

  #words(fields: readonly string[]): string[] {
    const { state } = this.#finish.survey.session!;
    return fields.flatMap((id) => {
      const field = state.field(id);
      return (field && givenAnswer(this.#finish, field)) || [];
    });
  }
}
