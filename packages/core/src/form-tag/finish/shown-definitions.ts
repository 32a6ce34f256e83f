import type { Definition } from '../form-kind.ts';
import type { FormController } from '../form-controller.ts';

/** The definitions that each tag has shown, by address and version: one may be withdrawn since, and is still quoted. */
const shown = new WeakMap<FormController, Map<string, Definition>>();

const keyOf = ({ base, kind }: FormController, slug: string, version: number): string =>
  `${base}${kind.definitions.path}${slug}?${version}`;

/** Notes what the tag shows now. */
export const noteShown = (form: FormController): void => {
  const { survey } = form;
  if (!survey) return;
  const known = shown.get(form) ?? new Map<string, Definition>();
  shown.set(form, known.set(keyOf(form, survey.slug, survey.version), survey));
};

/** A version as the tag has shown it; undefined for one that it has not. */
export const shownVersion = (form: FormController, slug: string, version: number): Definition | undefined =>
  shown.get(form)?.get(keyOf(form, slug, version));
