import { type Entry, entryLookup } from '@cmto/core/storage/entry';
import { pathOf } from '../model/addition.ts';

/** What a blank draft of an addition begins with. */
export interface BlankAddition {
  readonly id: string;
  readonly api: string;
  /** Of the receipt that is added to. */
  readonly code: string;
  readonly language: string;
  readonly title: string;
  /** Where the page is; undefined where it has no address. */
  readonly page: string | undefined;
}

/** A draft with nothing in it. */
export const blankAddition = ({ id, api, code, language, title, page }: BlankAddition): Entry => ({
  id,
  lookup: entryLookup(api, 'message', code, 'draft'),
  api,
  path: pathOf(code),
  state: 'draft',
  formVersion: 1,
  language,
  answers: {},
  attachments: [],
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
  title,
  // The way back: the page of the tag, opened at the receipt. The code stands after `#`: it stays here.
  page: page && `${page}#${code}`,
});
