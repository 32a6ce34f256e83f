type Words = string | { readonly [form: string]: string | undefined };
type Locale = { readonly [key: string]: Words };

const formsOf = (words: Words): string[] => (typeof words === 'string' ? [words] : Object.values(words).map(String));

const parametersOf = (words: Words): string =>
  [...new Set(formsOf(words).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)))]
    .sort()
    .join(' ');

const isPlural = (words: Words): boolean => typeof words !== 'string';

/**
 * What a translation lacks of its source, one line each: keys, words, parameters, and the plural forms that the
 * language tells apart among small numbers.
 */
export const localeFaults = (source: Locale, translation: Locale, language: string): string[] => {
  const faults: string[] = [];
  const rules = new Intl.PluralRules(language);
  const needed = new Set([0, 1, 2, 3, 5, 11, 100].map((n) => rules.select(n)));
  for (const key of Object.keys(translation)) if (!Object.hasOwn(source, key)) faults.push(`${key}: not in the source`);
  for (const [key, words] of Object.entries(source)) {
    const translated = Object.hasOwn(translation, key) ? translation[key]! : undefined;
    if (translated === undefined) {
      faults.push(`${key}: missing`);
      continue;
    }
    if (formsOf(translated).some((form) => form.trim() === '')) faults.push(`${key}: empty`);
    if (parametersOf(words) !== parametersOf(translated)) {
      faults.push(`${key}: takes “${parametersOf(translated)}”, the source “${parametersOf(words)}”`);
    }
    if (isPlural(words) && !isPlural(translated)) faults.push(`${key}: has no plural forms`);
    if (isPlural(translated)) {
      const missing = [...needed].filter((form) => !Object.hasOwn(translated as object, form));
      if (missing.length > 0) faults.push(`${key}: lacks ${missing.join(', ')}`);
    }
  }
  return faults;
};
