import { type Anchor, anchorOf, locate } from './anchor.ts';
import { compare, type Comparison } from './follow/comparison.ts';
import type { Candidate, Outcome } from './follow/outcome.ts';
import type { Part, Unit } from './follow/prose.ts';
import { traceParagraph } from './follow/trace-paragraph.ts';
import { type PassageTrace, tracePassage, type WordRange } from './follow/trace-passage.ts';
import { traceSection } from './follow/trace-section.ts';
import type { TextDocument } from './text-document.ts';
import { diffWords } from './word-diff.ts';
import { wordsOf } from './words.ts';

/** The words that a passage touches. */
const rangeOf = (text: string, { start, end }: { start: number; end: number }): WordRange | undefined => {
  const words = wordsOf(text);
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  return first >= 0 && last >= first ? { first, last } : undefined;
};

const anchorIn = ({ to }: Comparison, unit: number, range?: WordRange): Anchor => {
  const { section, paragraph } = to.units[unit]!;
  const words = range && wordsOf(paragraph.text);
  const passage = words && { start: words[range.first]!.start, end: words[range.last]!.end };
  return anchorOf(to.parts[section]!.section, paragraph, passage);
};

const textOf = ({ section, units }: Part): string =>
  [section.heading, ...units.map(({ paragraph }) => paragraph.text)].join('\n');

const ofSection = (comparison: Comparison, part: Part): Outcome => {
  const { state, part: index, certainty, reason } = traceSection(comparison, part);
  const other = index === undefined ? undefined : comparison.to.parts[index]!;
  if (state === 'gone') return { state, certainty, reason };
  if (state === 'unsure' || !other) return { state: 'unsure', candidates: [], certainty, reason };
  const anchor: Anchor = { section: other.section.id };
  if (state !== 'changed') return { state, anchors: [anchor], certainty, reason };
  return { state, anchors: [anchor], certainty, reason, diff: diffWords(textOf(part), textOf(other)) };
};

const toOutcome = (comparison: Comparison, unit: Unit, { state, finds, certainty, reason }: PassageTrace): Outcome => {
  const anchors = finds.map(({ unit: index, range }) => anchorIn(comparison, index, range));
  const [first, ...others] = anchors;
  if (state === 'gone') return { state, certainty, reason };
  if (state === 'unsure' || !first) {
    const candidates = finds.map(({ share }, at): Candidate => ({ anchor: anchors[at]!, share }));
    return { state: 'unsure', candidates, certainty, reason };
  }
  if (state === 'equal')
    return { state: reason === 'unchanged' ? 'same' : 'moved', anchors: [first], certainty, reason };
  const after = finds.map(({ unit: index }) => comparison.to.units[index]!.paragraph.text).join('\n');
  return {
    state,
    anchors: [first, ...others],
    certainty,
    reason,
    diff: diffWords(unit.paragraph.text, after),
  };
};

const ofUnit = (comparison: Comparison, unit: Unit, range?: WordRange): Outcome => {
  const whole = traceParagraph(comparison, unit);
  if (range) return toOutcome(comparison, unit, tracePassage(comparison, unit, range, whole));
  const finds = whole.finds.map(({ unit: index, share }) => ({ unit: index, share }));
  return toOutcome(comparison, unit, { ...whole, finds });
};

/**
 * Follows many anchors from one version of a document to the next: compares both once and answers for each anchor.
 * What is below `CERTAIN` is `unsure` and waits for a person; nothing is re-attached silently that could stand in more
 * than one place.
 */
export const reattaching = (from: TextDocument, to: TextDocument): ((anchor: Anchor) => Outcome) => {
  const comparison = compare(from, to);
  const units = new Map(comparison.from.units.map((unit) => [unit.paragraph, unit]));
  const parts = new Map(comparison.from.parts.map((part) => [part.section, part]));
  return (anchor) => {
    const place = locate(from, anchor);
    if (!place) return { state: 'unsure', candidates: [], certainty: 0, reason: 'not-found' };
    const { section, paragraph, passage } = place;
    if (!paragraph) return ofSection(comparison, parts.get(section)!);
    return ofUnit(comparison, units.get(paragraph)!, passage && rangeOf(paragraph.text, passage));
  };
};

/** Follows one anchor; for many, `reattaching` compares the versions once. */
export const reattach = (anchor: Anchor, from: TextDocument, to: TextDocument): Outcome =>
  reattaching(from, to)(anchor);
