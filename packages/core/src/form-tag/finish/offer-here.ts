import type { FormPhase } from '../model/phase.ts';
import type { Finish } from './finish.ts';

/** What is shown in the page itself where the browser may do nothing: the answers as text, or the receipt's address. */
export interface Offer {
  readonly what: 'copy' | 'receipt';
  /** It goes with what it was asked for in. */
  readonly phase: FormPhase;
}

type Permission = 'allow-downloads' | 'allow-modals' | 'allow-popups';

/**
 * Whether a frame around this page may forbid something: nothing tells a page of its own sandbox, but its frame can be
 * read where it is of the same site, and a page without an origin is in one.
 */
const mayForbid = (permission: Permission): boolean => {
  if (self.origin === 'null') return true;
  if (self === top) return false;
  const frame = self.frameElement;
  if (!frame) return true;
  const sandbox = frame.getAttribute('sandbox');
  return sandbox !== null && !sandbox.toLowerCase().split(/\s+/).includes(permission);
};

/** Offers in the page what was asked for, where the browser may have done nothing, without a word. */
export const offerHere = (finish: Finish, what: Offer['what'], permission: Permission): void => {
  if (!mayForbid(permission)) return;
  finish.offer = { what, phase: finish.survey.phase };
  finish.survey.announce(finish.survey.language.t(`form.${what}-here`));
};
