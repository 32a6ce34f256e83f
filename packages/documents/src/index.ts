export { type Anchor, anchorOf, type Location, locate, type Quote } from './model/anchor.ts';
export type { Candidate, Outcome, Reason } from './model/follow/outcome.ts';
export { CERTAIN } from './model/follow/thresholds.ts';
export { reattach, reattaching } from './model/reattach.ts';
export type { Block, Paragraph, ParagraphKind, Section, TextDocument } from './model/text-document.ts';
export { toDocument } from './model/to-document.ts';
export { type DiffPart, diffWords } from './model/word-diff.ts';
