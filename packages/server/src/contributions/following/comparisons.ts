import type { Consultation } from '@cmto/contract';
import { type Anchor, type Outcome, reattaching } from '@cmto/documents';
import { toTextDocument } from '../../consultations/text-document.ts';

/** Follows anchors from some versions of a consultation to a later one; each two versions are compared once. */
export function comparisonsTo(
  next: Consultation,
  versions: ReadonlyMap<number, Consultation>,
): (from: number, anchor: Anchor) => Outcome {
  const to = toTextDocument(next);
  const known = new Map<number, (anchor: Anchor) => Outcome>();
  return (from, anchor) => {
    const follow = known.get(from) ?? reattaching(toTextDocument(versions.get(from)!), to);
    known.set(from, follow);
    return follow(anchor);
  };
}
