import type { IssueParams } from '@cmto/contract';
import type { Catalog } from '../i18n/catalog.ts';
import it from './issues.it.ts';

/** Words for what is wrong with an answer, by issue code; they take `issueParameters`. */
export const issueCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./issues.en.ts')).default,
    fr: async () => (await import('./issues.fr.ts')).default,
  },
};

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;

/** An issue's parameters as its words take them: `n` is what is missing or too much, dates are day first. */
export const issueParameters = (params: IssueParams): IssueParams => {
  const readable = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? value.replace(isoDate, '$3/$2/$1') : value,
  ]);
  return { n: params['remaining'] ?? params['excess'] ?? 0, ...Object.fromEntries(readable) };
};
