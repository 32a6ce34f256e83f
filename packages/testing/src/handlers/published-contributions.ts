import {
  type Consultation,
  type Contribution,
  type ContributionStatus,
  partsOfContribution,
  type SectionCount,
} from '@cmto/contract';
import { contributionIdSchema, sectionIdSchema } from '@cmto/contract/schemas';
import type { StoredResponse } from '../store/stored.ts';
import { Refusal } from './refusal.ts';

/** A contribution as everybody sees it. */
export const toPublic = (
  consultation: Consultation,
  { receipt, submission }: StoredResponse,
  { contribution, section, agreements, answer, usedIn }: ContributionStatus,
  zoneOf: (municipality: string) => number | undefined = () => undefined,
): Contribution => {
  const { organisation, ...parts } = partsOfContribution(consultation, submission.answers, zoneOf);
  const { documentVersion, quote } = submission.target ?? {};
  return {
    id: contribution,
    day: receipt.receivedAt.slice(0, 10),
    ...(section === undefined ? {} : { section }),
    ...(documentVersion === undefined ? {} : { documentVersion }),
    ...(quote === undefined ? {} : { quote }),
    ...parts,
    ...(organisation === undefined || parts.author === 'citizen' ? {} : { organisation }),
    agreements,
    ...(answer ? { answer } : {}),
    usedIn,
  };
};

/** How many each section has. */
export const countSections = (contributions: readonly Contribution[]): SectionCount[] => {
  const counts = new Map<string | undefined, SectionCount>();
  for (const { section, agreements, answer } of contributions) {
    const count = counts.get(section) ?? {
      ...(section === undefined ? {} : { section }),
      contributions: 0,
      agreements: 0,
      answers: {},
    };
    count.contributions += 1;
    count.agreements += agreements;
    if (answer) count.answers[answer.outcome] = (count.answers[answer.outcome] ?? 0) + 1;
    counts.set(section, count);
  }
  return [...counts.values()];
};

/** How many there are of each value, in the order of the values. */
export const countBy = <Value extends string | number>(
  values: readonly (Value | undefined)[],
): { readonly of: Value; readonly contributions: number }[] =>
  [...new Set(values)]
    .filter((value) => value !== undefined)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((of) => ({ of, contributions: values.filter((value) => value === of).length }));

/** What is asked for, by the query. Throws `request.invalid`. */
export const readAsked = ({
  url,
}: Request): { section?: string; topic?: string; zone?: number; cursor?: string; limit: number } => {
  const query = new URL(url).searchParams;
  const read = (name: string, isGood: (text: string) => boolean): string | undefined => {
    const given = query.getAll(name);
    if (given.length === 0) return undefined;
    if (given.length > 1 || !isGood(given[0]!)) throw new Refusal('request.invalid');
    return given[0]!;
  };
  const section = read('section', (text) => sectionIdSchema.safeParse(text).success);
  const topic = read('topic', (text) => text.length <= 200 && /^\P{Cc}+$/u.test(text));
  const zone = read('zone', (text) => /^([1-9]|1[01])$/.test(text));
  const cursor = read('cursor', (text) => contributionIdSchema.safeParse(text).success);
  const limit = read('limit', (text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 200);
  read('format', (text) => text === 'json');
  return {
    ...(section === undefined ? {} : { section }),
    ...(topic === undefined ? {} : { topic }),
    ...(zone === undefined ? {} : { zone: Number(zone) }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: Number(limit ?? 100),
  };
};
