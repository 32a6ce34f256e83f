import type { Procedure } from '../schemas/service.ts';

/** What an applicant is told of silence; `write`: nothing but to ask the office. */
export type ToldSilence = Procedure['silence'] | 'write';

/**
 * What to tell of silence. The substitute power and the administrative court (law 241/1990 art. 2; legislative decree
 * 104/2010 art. 31) are for whoever has made a formal request: a report without one leads to the office.
 */
export const toldSilence = (silence: Procedure['silence'], isFormal: boolean): ToldSilence =>
  silence === 'none' && !isFormal ? 'write' : silence;
