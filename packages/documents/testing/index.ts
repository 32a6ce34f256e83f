export { type Case, type EditedDocument, editedDocument } from './corpus/cases.ts';
export { HELD_OUT, TUNING } from './corpus/corpora.ts';
export { judge, type Verdict } from './corpus/judge.ts';
export { type Corpus, documentsOf, measure, type Measured } from './corpus/measure.ts';
export { largePlan } from './corpus/large-plan.ts';
export { createRandom, type Random } from './corpus/random.ts';
