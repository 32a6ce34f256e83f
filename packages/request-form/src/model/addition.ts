import type { Entry } from '@cmto/core/storage/entry';

/** The two fields of what is added to a request. */
export const textField = 'messaggio';
export const filesField = 'documenti';

/** Where messages to a receipt are sent, below the API base. */
export const pathOf = (code: string): string => `/receipts/${code}/messages`;

/** What is written in a draft, as typed. */
export const textIn = ({ answers }: Pick<Entry, 'answers'>): string => {
  const value = answers[textField];
  return typeof value === 'string' ? value : '';
};
