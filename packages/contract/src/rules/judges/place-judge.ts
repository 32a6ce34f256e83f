import { limits } from '../limits.ts';
import { pointerStep } from '../issue.ts';
import { isRecord, own } from '../own.ts';
import type { Judge } from './judge.ts';
import { isTooLong } from './text-judges.ts';

const isWithin = (value: unknown, bound: number): boolean =>
  typeof value === 'number' && value >= -bound && value <= bound;

/** A point, an address, or both. */
export const judgePlace: Judge = (value, report) => {
  if (!isRecord(value)) return report('answer.shape');
  for (const key of Object.keys(value)) {
    if (key !== 'lat' && key !== 'lon' && key !== 'address') return report('answer.unknown-key', {}, pointerStep(key));
  }
  const lat = own(value, 'lat');
  const lon = own(value, 'lon');
  const address = own(value, 'address');
  if (address !== undefined) {
    if (typeof address !== 'string') report('answer.shape', {}, '/address');
    else isTooLong(address, limits.address, report, '/address');
  }
  if ((lat !== undefined || lon !== undefined) && !(isWithin(lat, 90) && isWithin(lon, 180))) report('answer.place');
};
