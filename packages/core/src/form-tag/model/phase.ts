import type { Page, Survey } from '@cmto/contract';
import type { SubmissionPhase } from '../../submission/form-widget.ts';

/** What the person looks at while answering: a page of questions, or all answers before sending. */
export type Step = { readonly kind: 'page'; readonly page: Page } | { readonly kind: 'review' };

/** Where the widget is: one value drives what is rendered, the element's states and the tests. */
export type FormPhase =
  | { readonly name: 'idle' | 'loading' }
  /** No questions here, and why: the tag is incomplete, the survey cannot be answered now, or what they are about is still to be chosen. */
  | {
      readonly name:
        'no-slug' | 'no-api' | 'not-found' | 'unavailable' | 'not-open' | 'closed' | 'elsewhere' | 'choosing';
    }
  | { readonly name: 'ready'; readonly step: Step }
  | { readonly name: 'submitting' }
  | SubmissionPhase;

const failures: readonly string[] = ['no-slug', 'no-api', 'not-found', 'unavailable', 'attention'];

/** The `:state(…)` names of a phase, for the page's own CSS. */
export const statesOf = ({ name }: FormPhase): string[] => (failures.includes(name) ? [name, 'failed'] : [name]);

/** Where a survey stands at an instant (milliseconds since 1970). `closesAt` is exclusive. */
export const opening = (
  { opensAt, closesAt }: Pick<Survey, 'opensAt' | 'closesAt'>,
  now: number,
): 'open' | 'not-open' | 'closed' => {
  if (opensAt !== undefined && now < Date.parse(opensAt)) return 'not-open';
  return closesAt !== undefined && now >= Date.parse(closesAt) ? 'closed' : 'open';
};
