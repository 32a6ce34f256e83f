import type { Answers, AnswerValue } from '@cmto/contract';
import { isSameValue } from './same-value.ts';
import type { Conflict, Entry } from '../storage/entry.ts';

const answerOf = (answers: Answers | undefined, field: string): AnswerValue | undefined =>
  answers && Object.hasOwn(answers, field) ? answers[field] : undefined;

/** What either side has added to a list stays; what either side has taken out is out. */
const mergeLists = <T>(base: readonly T[] = [], mine: readonly T[] = [], theirs: readonly T[] = []): T[] => {
  const has = (list: readonly T[], item: T): boolean => list.some((other) => isSameValue(other, item));
  const kept = mine.filter((item) => has(theirs, item) || !has(base, item));
  return [...kept, ...theirs.filter((item) => !has(mine, item) && !has(base, item))];
};

/** Of two texts one of which goes on where the other ends, nothing is lost by keeping the longer. */
const longer = (a: AnswerValue, b: AnswerValue): AnswerValue | undefined => {
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  if (a.startsWith(b)) return a;
  return b.startsWith(a) ? b : undefined;
};

type Value = AnswerValue | undefined;

/** One field: its answer, and the other tab's where a person has to choose. */
const mergeField = (before: Value, here: Value, there: Value): { answer: Value; other?: AnswerValue } => {
  if (isSameValue(here, there) || isSameValue(there, before)) return { answer: here };
  if (isSameValue(here, before) || here === undefined) return { answer: there };
  // Deleted there, written on here.
  if (there === undefined) return { answer: here };
  const both = longer(here, there);
  return both === undefined ? { answer: here, other: there } : { answer: both };
};

/**
 * One draft out of two that two tabs have made of `base`, the last that both knew. A field that one tab has changed is
 * as that tab has it; where both have, `mine` stays the answer and theirs is kept beside it, for the person to choose.
 * The rest (page, language, time) is `mine`.
 */
export const mergeDrafts = (base: Entry | undefined, mine: Entry, theirs: Entry): Entry => {
  const answers: { [field: string]: AnswerValue } = {};
  const conflicts: Conflict[] = mergeLists(base?.conflicts, mine.conflicts, theirs.conflicts);
  for (const field of new Set([...Object.keys(mine.answers), ...Object.keys(theirs.answers)])) {
    const there = answerOf(theirs.answers, field);
    const { answer, other } = mergeField(answerOf(base?.answers, field), answerOf(mine.answers, field), there);
    if (answer !== undefined) answers[field] = answer;
    if (other !== undefined) conflicts.push({ field, answer: other });
  }
  return {
    ...mine,
    answers,
    conflicts,
    attachments: mergeLists(base?.attachments, mine.attachments, theirs.attachments),
    uploaded: mergeLists(base?.uploaded, mine.uploaded, theirs.uploaded),
    setAside: mergeLists(base?.setAside, mine.setAside, theirs.setAside),
    signIn: isSameValue(mine.signIn, base?.signIn) ? theirs.signIn : mine.signIn,
  };
};
