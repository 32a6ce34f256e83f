import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { unwrapWoff } from './woff.ts';

export type Weight = 'regular' | 'bold';

/** A font that a PDF may embed; only the glyphs that are used go in. */
export interface Face {
  readonly bytes: Buffer;
  /** Whether it can draw every character. */
  covers(text: string): boolean;
}

const fontsource = (script: string, weight: number): string =>
  `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff`;

const unifont = '@fontsource/unifont/files/unifont-latin-400-normal.woff';

/**
 * Noto Sans for the scripts of Europe and Devanagari, its sisters for Arabic and Hebrew, and for all else Unifont, which
 * has every character of the Basic Multilingual Plane, if coarsely. All are OFL-1.1.
 */
const files: Readonly<Record<Weight, readonly string[]>> = {
  regular: [
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    fontsource('arabic', 400),
    fontsource('hebrew', 400),
    unifont,
  ],
  bold: [
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
    fontsource('arabic', 700),
    fontsource('hebrew', 700),
    unifont,
  ],
};

const opened = new Map<string, Face>();

/** Faces in the order of preference, each read when it is first looked at: most receipts need the first alone. */
export function* facesOf(weight: Weight): Generator<Face> {
  for (const file of files[weight]) {
    const face = opened.get(file) ?? open(file);
    opened.set(file, face);
    yield face;
  }
}

function open(file: string): Face {
  const bytes = unwrapWoff(readFileSync(fileURLToPath(import.meta.resolve(file))));
  const font = create(bytes) as Font;
  return {
    bytes,
    covers: (text) => [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0)!)),
  };
}
