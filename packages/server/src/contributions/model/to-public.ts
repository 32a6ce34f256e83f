import type { AuthorKind, Contribution, ContributionType } from '@cmto/contract';
import { romeDate } from '../../time/rome-date.ts';
import { toPositionNow } from '../following/position-now.ts';
import { toAnswer } from '../contribution-desk.ts';
import type { WholeContribution } from '../contribution-table.ts';

/** A contribution as everybody sees it: never its key, its author's name, nor a time finer than the day. */
export function toPublic({ row, parts, target, answer, position, usedIn }: WholeContribution): Contribution {
  const { title, text, proposal, organisation, topic, zone, municipality, place } = parts;
  const { documentVersion, quote } = target;
  return {
    id: row.public_id,
    day: romeDate(row.received_at),
    ...toPositionNow(row, target, position),
    ...(documentVersion === undefined ? {} : { documentVersion }),
    ...(quote === undefined ? {} : { quote }),
    type: row.type as ContributionType,
    author: row.author as AuthorKind,
    // A citizen who wrote something there stays a citizen.
    ...(organisation === undefined || row.author === 'citizen' ? {} : { organisation }),
    ...(title === undefined ? {} : { title }),
    text,
    ...(proposal === undefined ? {} : { proposal }),
    ...(topic === undefined ? {} : { topic }),
    ...(zone === undefined ? {} : { zone }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(place === undefined ? {} : { place }),
    agreements: row.agreements,
    ...(answer ? { answer: toAnswer(answer) } : {}),
    usedIn: [...usedIn],
  };
}
