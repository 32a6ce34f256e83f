import type { LocalizedText } from '@cmto/contract';

export const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** A text in the kit's languages; the French one is marked, so that a test sees which it got. */
export const words = (it: string, en: string, fr = `${en} (fr)`): LocalizedText => ({ it, en, fr });
