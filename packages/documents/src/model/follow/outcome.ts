import type { Anchor } from '../anchor.ts';
import type { DiffPart } from '../word-diff.ts';

/** Why an anchor went where it went; a key for words, the words themselves are the reader's. */
export type Reason =
  /** Text and place are as they were. */
  | 'unchanged'
  /** The same text in another section, or after what came after it. */
  | 'moved'
  /** Text and section are as they were; the section itself stands elsewhere. */
  | 'section-moved'
  | 'reworded'
  /** Its text is now in several paragraphs. */
  | 'split'
  /** Its text is now part of a paragraph that has others' text, too. */
  | 'merged'
  /** The paragraph was reworded; the quoted passage stands in it word for word. */
  | 'around-passage'
  /** The paragraph is there, the quoted passage is not. */
  | 'passage-gone'
  /** The quoted passage stands in another paragraph now. */
  | 'passage-moved'
  | 'section-reworded'
  /** Nothing of it is left, and nothing new stands at its place. */
  | 'deleted'
  /** Its text, or nearly that, stands in several places. */
  | 'look-alike'
  /** Too few words to recognise it by. */
  | 'too-short'
  /** Too little of it is left at the most likely place. */
  | 'rewritten'
  /** Its text went to two places that have nothing to do with each other. */
  | 'torn-apart'
  /** Nothing of it is left, but new text stands at its place. */
  | 'new-text'
  /** The anchor does not fit one place of the version it was made in. */
  | 'not-found';

/** A place that a person may choose for an observation that waits. */
export interface Candidate {
  readonly anchor: Anchor;
  /** The share of the paragraph's words that stand there, 0 to 1. */
  readonly share: number;
}

/** What became of what an observation is about. */
export type Outcome =
  | {
      readonly state: 'same' | 'moved';
      /** Where it stands in the later version. */
      readonly anchors: readonly [Anchor];
      /** 0 to 1; at least `CERTAIN`. */
      readonly certainty: number;
      readonly reason: Reason;
    }
  | {
      readonly state: 'changed';
      /** Several where the paragraph was split, the one with most of it first. */
      readonly anchors: readonly [Anchor, ...Anchor[]];
      readonly certainty: number;
      readonly reason: Reason;
      /** The paragraph before against the paragraphs after, joined by line ends. */
      readonly diff: readonly DiffPart[];
    }
  | { readonly state: 'gone'; readonly certainty: number; readonly reason: Reason }
  /** Waits for a person; the most likely places first. */
  | {
      readonly state: 'unsure';
      readonly candidates: readonly Candidate[];
      readonly certainty: number;
      readonly reason: Reason;
    };
