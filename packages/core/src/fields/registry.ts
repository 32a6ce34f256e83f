import type { Field, FieldType } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import { html } from 'lit-html';
import { addItalianWords } from '../locales/field-catalog.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { choice, choices } from './choice.ts';
import { consent } from './consent.ts';
import type { FieldKind, FieldServices } from './field-context.ts';
import { renderField } from './frame.ts';
import type { LoadServices } from './late-services.ts';
import { longText } from './long-text.ts';
import { note } from './note.ts';
import { scale } from './scale.ts';
import { textKinds } from './text-kinds.ts';
import { yesNo } from './yes-no.ts';

const kinds: { [type in FieldType]?: FieldKind<never> | undefined } = {
  ...textKinds,
  'long-text': longText,
  'yes-no': yesNo,
  choice,
  choices,
  scale,
  consent,
  note,
};

const sheets = new Set<string>();

/** Stands in while a kind's code is on its way, or could not be had. */
const pending: FieldKind = {
  render: (context) => renderField(context as never, html`<p class="help">${context.t('field.loading')}</p>`),
};

/** The kind of a type; one that only says "loading" until `loadKinds` has brought it. */
export const kindOf = (type: FieldType): FieldKind<Field> => (kinds[type] as FieldKind | undefined) ?? pending;

let lateServices: ((load: LoadServices) => FieldServices) | undefined;

const importLazyKinds = () => import('./lazy-kinds.ts');

/**
 * Brings the kinds of these types, their styles and their Italian words. Rejects when their code cannot be had; another
 * call tries again.
 */
export const loadKinds = async (types: Iterable<FieldType>, load = importLazyKinds): Promise<void> => {
  const missing = [...types].filter((type) => !kinds[type]);
  if (missing.length === 0) return;
  const late = await load();
  const { lazyKinds, words } = late;
  lateServices = late.lateServices;
  addItalianWords(words);
  for (const type of missing) {
    const lazy = own(lazyKinds, type);
    kinds[type] = lazy?.kind;
    if (lazy?.styles) sheets.add(lazy.styles);
  }
};

/** What the kinds loaded so far may ask of the world, over code that may not be here yet: no other kind asks. */
export const kindServices = (load: LoadServices): FieldServices => lateServices!(load);

/** Gives a root the styles of the kinds loaded so far: to be called after `loadKinds`, as often as one likes. */
export const adoptKindStyles = (root: ShadowRoot): void => adoptStyles(root, ...sheets);
