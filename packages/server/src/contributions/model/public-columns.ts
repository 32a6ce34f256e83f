import type { Contribution } from '@cmto/contract';
import type { CellValue } from '../../exports/column.ts';
import { license } from './license.ts';

/** The columns of the public table; the licence stands in each line, where it is not lost. */
export const publicColumns = [
  'id',
  'day',
  'section',
  'position',
  'writtenOn',
  'documentVersion',
  'type',
  'author',
  'organisation',
  'title',
  'quote',
  'text',
  'proposal',
  'topic',
  'zone',
  'municipality',
  'lat',
  'lon',
  'address',
  'agreements',
  'outcome',
  'answer',
  'link',
  'usedIn',
  'license',
] as const;

export function toPublicLine({ place, position, answer, usedIn, ...contribution }: Contribution): CellValue[] {
  const cells: Partial<Record<string, CellValue>> = {
    ...contribution,
    ...place,
    position: position?.state,
    writtenOn: position?.writtenOn,
    outcome: answer?.outcome,
    answer: answer?.text,
    link: answer?.url,
    usedIn: usedIn.map(({ url }) => url).join(' '),
    license: license.url,
  };
  return publicColumns.map((name) => cells[name]);
}
