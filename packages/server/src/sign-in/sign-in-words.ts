import { en } from './locales/en.ts';
import { fr } from './locales/fr.ts';
import { it } from './locales/it.ts';

const locales = { it, en, fr } as const;

/** That a sign-in is over, in the first of the languages that there are words in; else in Italian. */
export function overWords(asked: readonly string[]): { readonly language: string; readonly text: string } {
  const known = asked.map((tag) => tag.toLowerCase().split('-')[0]!).find((tag) => Object.hasOwn(locales, tag));
  const language = (known ?? 'it') as keyof typeof locales;
  return { language, text: `${locales[language].over}\n` };
}
