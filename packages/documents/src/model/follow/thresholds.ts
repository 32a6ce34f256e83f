/**
 * Below this certainty nothing is re-attached silently. Certainty is `kept / (kept + rival)`: how much of the words, by
 * weight, stands at the place found, against how much of those same words stands at the second-best place of either
 * version, too. At 0.6 the second best has at most two thirds of what the best has (a ratio test as Lowe's for image
 * features).
 */
export const CERTAIN = 0.6;

/** What leaves its section must be more certain: the second best has at most three sevenths of what the best has. */
export const CERTAIN_ELSEWHERE = 0.7;

/** From this share of its words in another paragraph on, a paragraph is a look-alike of it, and no witness for others. */
export const DOUBLE = 0.5;

/** At least this share of a paragraph's words, by weight, must stand at its new place. */
export const KEPT = 0.5;

/** A passage that is looked for outside its paragraph must be there nearly whole, and long enough to be its own. */
export const PASSAGE_KEPT = 0.8;
export const PASSAGE_WORDS = 8;

/** Places with less than this share of a paragraph's words, in any order, are not compared with it. */
export const WORTH_A_LOOK = 0.08;

/** A place with less than this share of a paragraph has nothing to do with it. */
export const UNRELATED = 0.2;

/** A place with this many words of it in a row, or made of it by half, has something to do with it all the same. */
export const PHRASE_LEFT = 5;

/** A further place is a piece of a split paragraph if it adds this share of it, and is itself half made of it. */
export const PIECE_ADDS = 0.12;
export const PIECE_OWED = 0.5;

/** With this share of a paragraph at a second place, away from the first, neither is the paragraph. */
export const APART = 0.35;

/** New text at a deleted paragraph's place, of at least this share of its length, may be its rewriting. */
export const NEW_TEXT = 0.3;

/** The same anywhere else, if it has this share of the paragraph's weight in words that no other paragraph had. */
export const OWN_WORDS = 0.06;

/** A place with at least this share of a passage that a split has cut is one of its places. */
export const PASSAGE_PIECE = 0.25;
