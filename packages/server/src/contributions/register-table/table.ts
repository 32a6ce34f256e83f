import { type Consultation, localize } from '@cmto/contract';
import { shorten } from '../../requests/model/applicant.ts';
import { romeDate } from '../../time/rome-date.ts';
import type { WholeContribution } from '../contribution-table.ts';
import { it } from '../locales/it.ts';

/** The columns of the table that a council act carries, in their order. */
export const registerColumns = [
  'number',
  'register',
  'name',
  'day',
  'author',
  'section',
  'type',
  'text',
  'outcome',
  'reasons',
  'link',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** One contribution and what the institution says of it, in words; what there is not is empty. */
export type RegisterLine = Readonly<Record<RegisterColumn, string>>;

/** The words at the head of each column. */
export const columnWords = (column: RegisterColumn): string => it[`table.${column}`];

/**
 * The table of counter-deductions (controdeduzioni): every contribution that was not withdrawn, those in the register in
 * its order, the others by day. A person's name is in none of its cells.
 */
export function registerTable(
  definition: Consultation,
  contributions: readonly WholeContribution[],
  municipalityName: (code: string) => string,
): RegisterLine[] {
  return contributions
    .filter(({ row }) => row.state !== 'withdrawn')
    .map((contribution) => ({ contribution, order: orderOf(contribution) }))
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ contribution }, at) => toLine(definition, contribution, at + 1, municipalityName));
}

const registrationOf = ({ row }: WholeContribution) =>
  row.register === null ? undefined : (JSON.parse(row.register) as { code: string; year: number; number: string });

const orderOf = (contribution: WholeContribution): string => {
  const registration = registrationOf(contribution);
  const { row } = contribution;
  return registration
    ? `0 ${registration.year}/${registration.number}`
    : `1 ${romeDate(row.received_at)} ${row.public_id}`;
};

function toLine(
  definition: Consultation,
  contribution: WholeContribution,
  number: number,
  municipalityName: (code: string) => string,
): RegisterLine {
  const { row, parts, target, answer } = contribution;
  const registration = registrationOf(contribution);
  return {
    number: String(number),
    register: registration ? `${registration.code}-${registration.year}/${registration.number}` : '',
    name: row.public_id,
    day: romeDate(row.received_at),
    author: authorOf(contribution, municipalityName),
    section: sectionOf(definition, contribution),
    type: it[`type.${parts.type}`],
    text: textOf(parts, target.quote),
    outcome: answer ? it[`outcome.${answer.outcome as 'partly'}`] : it['outcome.none'],
    reasons: answer?.text ?? '',
    link: answer?.url ?? '',
  };
}

/** A person is a kind of author and no more. */
function authorOf({ parts }: WholeContribution, municipalityName: (code: string) => string): string {
  const kind = it[`author.${parts.author}`];
  return parts.author === 'citizen' || !parts.organisation ? kind : `${kind}: ${municipalityName(parts.organisation)}`;
}

/** The section it is about now, or the one it was written on where that has no place any more. */
function sectionOf({ document, languages }: Consultation, { row, target }: WholeContribution): string {
  if (target.section === undefined) return document ? it['section.all'] : '';
  if (row.position === 'gone') return it['section.gone'].replace('{section}', () => target.section!);
  if (row.position === 'unsure') return it['section.unsure'].replace('{section}', () => target.section!);
  const section = document?.sections.find(({ id }) => id === row.section);
  return section ? shorten(localize(section.title, 'it', languages).text, 300) : (row.section ?? '');
}

const textOf = ({ title, text, proposal }: WholeContribution['parts'], quote: string | undefined): string =>
  [
    ...(title === undefined ? [] : [title]),
    ...(quote === undefined ? [] : [it['text.quote'].replace('{quote}', () => quote)]),
    text,
    ...(proposal === undefined ? [] : [it['text.proposal'].replace('{proposal}', () => proposal)]),
  ].join('\n');
