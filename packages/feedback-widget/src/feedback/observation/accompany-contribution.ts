import { findPersonalData, type PersonalData } from '@cmto/contract/rules/personal-data';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { Companion } from '@cmto/core/form-tag/form-kind';
import { consultationOf } from '../model/consulted.ts';
import { renderChange } from '../views/change-view.ts';
import { renderPersonalData } from '../views/personal-data-view.ts';

/** A piece of what is about to be sent that tells of a person. */
export interface FoundData {
  readonly kind: PersonalData['kind'];
  readonly words: string;
}

/** What the contribution says in a field of its own; undefined while that is hidden or empty. */
const words = ({ survey: form }: Finish, field: string | undefined): string | undefined => {
  const state = form.session?.state;
  const value = field !== undefined && state?.isVisible(field) ? state.raw(field) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** Personal data in what would be published, each once. Nothing of it leaves the device by this. */
const personalDataIn = (finish: Finish): FoundData[] => {
  const { text, title, proposal } = consultationOf(finish.survey.survey)!.contribution;
  const found = [title, text, proposal].flatMap((field) => {
    const said = words(finish, field) ?? '';
    return findPersonalData(said).map(({ kind, start, end }) => ({ kind, words: said.slice(start, end) }));
  });
  return found.filter((one, at) => found.findIndex((other) => other.words === one.words) === at);
};

/** What every contribution needs beside its questions: a look at personal data, and the proposal before and after. */
export const accompanyContribution = (finish: Finish): Companion => {
  const { survey: form } = finish;
  /** What the person has been told of, and sends all the same. */
  let told = '';
  return {
    renderAside() {
      if (form.phase.name !== 'ready') return undefined;
      const { proposal } = consultationOf(form.survey)!.contribution;
      const { target } = finish.drafts.entry ?? form.subject ?? {};
      return [
        renderPersonalData(personalDataIn(finish), form.language.t),
        renderChange(finish, target?.quote, proposal, words(finish, proposal)),
      ];
    },
    mayGo: () => {
      const found = JSON.stringify(personalDataIn(finish));
      if (found === '[]' || found === told) return true;
      told = found;
      form.host.requestUpdate();
      void form.host.updateComplete.then(() => form.host.renderRoot.querySelector<HTMLElement>('.personal')?.focus());
      return false;
    },
  };
};
