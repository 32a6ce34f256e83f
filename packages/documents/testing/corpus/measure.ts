import { reattaching } from '../../src/model/reattach.ts';
import { type EditedDocument, editedDocument } from './cases.ts';
import type { Prose } from './first-version.ts';
import { judge, type Verdict } from './judge.ts';

/** Seeds of documents, and what they are made of. */
export interface Corpus {
  readonly name: string;
  readonly seeds: { readonly first: number; readonly count: number };
  readonly prose: readonly Prose[];
}

/** What became of the cases of a corpus; `all` counts by verdict. */
export interface Measured {
  readonly cases: number;
  readonly all: Readonly<Record<Verdict, number>>;
  readonly decidable: number;
  readonly decided: number;
  /** Cases whose words stand in a look-alike, and how many of them wait for a person. */
  readonly doubles: number;
  readonly doublesQueued: number;
  /** The first wrong ones, to look at: seed, order of the paragraph, verdict. */
  readonly wrong: readonly string[];
}

export function* documentsOf({ seeds, prose }: Corpus): Generator<EditedDocument> {
  for (let seed = seeds.first; seed < seeds.first + seeds.count; seed++) yield editedDocument(seed, prose);
}

/** Follows every case of a corpus and counts. */
export const measure = (corpus: Corpus, follow = reattaching): Measured => {
  const all = { right: 0, queued: 0, wrong: 0, lost: 0, misnamed: 0 };
  const wrong: string[] = [];
  const counts = { cases: 0, decidable: 0, decided: 0, doubles: 0, doublesQueued: 0 };
  for (const edited of documentsOf(corpus)) {
    const toOutcome = follow(edited.from, edited.to);
    for (const one of edited.cases) {
      const outcome = toOutcome(one.anchor);
      const verdict = judge(edited, one, outcome);
      all[verdict]++;
      counts.cases++;
      if (one.label.isDecidable) {
        counts.decidable++;
        if (verdict === 'right') counts.decided++;
      }
      if (one.label.doubled > 0.5) {
        counts.doubles++;
        if (verdict === 'queued') counts.doublesQueued++;
      }
      if (verdict !== 'right' && verdict !== 'queued')
        wrong.push(`seed ${edited.seed}, paragraph ${one.paragraph}: ${verdict}`);
    }
  }
  return { ...counts, all, wrong };
};
