import type { AuthorKind, Consultation, ContributionType } from '../schemas/consultation.ts';
import type { Answers, PlaceAnswer } from '../schemas/submission.ts';
import { own } from './own.ts';

/** What a contribution says, by what its consultation's definition calls its fields. */
export interface ContributionParts {
  readonly text: string;
  readonly title?: string;
  readonly proposal?: string;
  readonly type: ContributionType;
  readonly author: AuthorKind;
  /** Of fields that hold words; of a municipality, its ISTAT code. */
  readonly organisation?: string;
  readonly topic?: string;
  readonly zone?: number;
  readonly municipality?: string;
  readonly place?: PlaceAnswer;
}

type Definition = Pick<Consultation, 'contribution'>;

const answerTo = (answers: Answers, field: string | undefined): unknown =>
  field === undefined ? undefined : own(answers, field);

/** A text, or the value of an option; what was written beside "other" counts as words. */
function wordsOf(answers: Answers, field: string | undefined): string | undefined {
  const value = answerTo(answers, field);
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'other' in value ? String(value.other) : undefined;
}

/** `zoneOf` gives the zone of a municipality. */
export function partsOfContribution(
  { contribution: roles }: Definition,
  answers: Answers,
  zoneOf: (municipality: string) => number | undefined,
): ContributionParts {
  const municipality = wordsOf(answers, roles.municipality);
  const asked = wordsOf(answers, roles.zone);
  const zone = municipality === undefined ? undefined : zoneOf(municipality);
  const place = answerTo(answers, roles.place) as PlaceAnswer | undefined;
  return defined({
    text: wordsOf(answers, roles.text) ?? '',
    title: wordsOf(answers, roles.title),
    proposal: wordsOf(answers, roles.proposal),
    type: (wordsOf(answers, roles.type) ?? 'observation') as ContributionType,
    author: (wordsOf(answers, roles.author) ?? 'citizen') as AuthorKind,
    organisation: wordsOf(answers, roles.organisation),
    topic: wordsOf(answers, roles.topic),
    zone: zone ?? (asked === undefined ? undefined : Number(asked)),
    municipality,
    place,
  });
}

/** Who the register names: never published. */
export const authorNameOf = ({ contribution: { name = [] } }: Definition, answers: Answers): string =>
  name
    .map((field) => wordsOf(answers, field))
    .filter((words) => words !== undefined && words !== '')
    .join(' ');

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

const defined = <T extends object>(parts: T): Defined<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>;
