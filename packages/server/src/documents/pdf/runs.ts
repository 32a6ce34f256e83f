import { facesOf, type Face, type Weight } from './faces.ts';

/** A piece of text that one face draws in one direction. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly isRightToLeft: boolean;
}

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' });
const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
/** What moves text about or is not to be seen: it would be drawn as a box. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** Cuts a word where the face or the direction changes; what a letter carries stays with it. */
export function runsOf(word: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const piece = drawable(segment, weight);
    if (!piece) continue;
    const last = runs.at(-1);
    // Letters join their neighbours, so that they are shaped together.
    if (last?.face === piece.face && last.isRightToLeft === piece.isRightToLeft)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/** A character that no face has is written by its number: nobody's name is to lose a letter unseen. */
function drawable(grapheme: string, weight: Weight): Run | undefined {
  // Joiners have glyphs in the faces of the scripts that need them.
  const text = faceOf(grapheme, weight) ? grapheme : grapheme.replace(invisible, '');
  if (text === '') return undefined;
  const face = faceOf(text, weight);
  if (face) return { text, face, isRightToLeft: rightToLeft.test(text) };
  const numbers = [...text].map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`);
  const [first] = facesOf(weight);
  return { text: `[${numbers.join(' ')}]`, face: first!, isRightToLeft: false };
}

function faceOf(text: string, weight: Weight): Face | undefined {
  for (const face of facesOf(weight)) if (face.covers(text)) return face;
  return undefined;
}
