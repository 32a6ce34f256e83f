import { runsOf, type Run } from './runs.ts';
import type { Weight } from './faces.ts';

/** A line of text, its runs from left to right. */
export type Line = readonly Run[];

export type Measure = (run: Run) => number;

interface Word {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Breaks a text at its spaces, and words that are too long for a line where they have to be. */
export function linesOf(text: string, weight: Weight, width: number, measure: Measure): Line[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((paragraph) => fill(paragraph, weight, width, measure));
}

function fill(paragraph: string, weight: Weight, width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let used = 0;
  const close = (): void => {
    lines.push(inOrder(words));
    words = [];
    used = 0;
  };
  // The space belongs to the word before it: text that is copied, or read aloud, keeps its words apart.
  for (const [piece] of paragraph.matchAll(/\S+\s*|^\s+/g)) {
    for (const word of pieces(piece.replace(/\s+$/, ' '), weight, width, measure)) {
      if (words.length > 0 && used + word.width > width) close();
      words.push(word);
      used += word.width;
    }
  }
  close();
  return lines;
}

function pieces(text: string, weight: Weight, width: number, measure: Measure): Word[] {
  const word = toWord(runsOf(text, weight), measure);
  if (word.width <= width || text.length < 2) return [word];
  const letters = [...text];
  const middle = letters.length >> 1;
  return [letters.slice(0, middle), letters.slice(middle)].flatMap((half) =>
    pieces(half.join(''), weight, width, measure),
  );
}

const toWord = (runs: readonly Run[], measure: Measure): Word => ({
  runs,
  width: runs.reduce((sum, run) => sum + measure(run), 0),
});

/** Neighbouring words of a script that goes from right to left are drawn as one run, which the face puts in order. */
function inOrder(words: readonly Word[]): Line {
  const line: Run[] = [];
  for (const run of words.flatMap(({ runs }) => runs)) {
    const last = line.at(-1);
    const isSpace = run.text.trim() === '';
    const joins =
      last?.isRightToLeft === true ? last.face === run.face && (run.isRightToLeft || isSpace) : last?.face === run.face;
    if (last && joins && (last.isRightToLeft || !run.isRightToLeft))
      line[line.length - 1] = { ...last, text: last.text + run.text };
    else line.push(run);
  }
  return line;
}
