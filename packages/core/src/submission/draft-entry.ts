import { type Entry, entryLookup } from '../storage/entry.ts';
import type { FormTag } from './form-widget.ts';

/** Under which the drafts of a tag are found. */
export const lookupOf = ({ base, kind, slug, instance }: FormTag): string => entryLookup(base, kind, slug, instance);

/** A draft with nothing in it, to be kept under `id`; `page`: the way back to it from another one. */
export const blankDraft = (tag: FormTag, id: string, page: string | undefined): Entry => {
  const { slug, title, version } = tag.definition!;
  const { target } = tag;
  return {
    id,
    lookup: lookupOf(tag),
    api: tag.base,
    path: tag.path(slug),
    state: 'draft',
    formVersion: version,
    language: tag.language.code,
    answers: {},
    attachments: [],
    uploaded: [],
    formPage: undefined,
    setAside: [],
    savedAt: 0,
    title: tag.text(tag.definition!).words(title),
    page,
    ...(target ? { target } : {}),
  };
};
