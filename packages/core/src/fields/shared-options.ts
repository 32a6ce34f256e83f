import { html } from 'lit-html';
import { isServer } from 'lit-html/is-server.js';
import { guard } from 'lit-html/directives/guard.js';

/** A value and its words. */
export type OptionWords = readonly [value: string, words: string];

const fragments = new Map<string, DocumentFragment>();

const fragmentOf = (options: readonly OptionWords[]): DocumentFragment => {
  const key = JSON.stringify(options);
  let fragment = fragments.get(key);
  if (!fragment) {
    fragment = document.createDocumentFragment();
    for (const [value, words] of options) fragment.append(new Option(words, value));
    // Lists that quote an answer are new at every change of it.
    if (fragments.size > 99) fragments.clear();
    fragments.set(key, fragment);
  }
  return fragment;
};

/**
 * The options of a `<select>`. In the browser equal lists are made once and copied: a hundred dropdowns of three
 * hundred municipalities then cost no template parts, and the copies live outside the script's heap. A list that
 * changes is made anew, so that no option inherits that its neighbour was chosen.
 */
export const renderOptions = (options: readonly OptionWords[], chosen: unknown): unknown => {
  if (isServer) {
    return options.map(
      ([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
    );
  }
  const fragment = fragmentOf(options);
  return guard([fragment], () => {
    const copy = fragment.cloneNode(true) as DocumentFragment;
    // The attribute, not the property: what is chosen outside a <select> is lost when the option moves into one.
    copy.children[options.findIndex(([value]) => value === chosen)]?.toggleAttribute('selected');
    return copy;
  });
};
