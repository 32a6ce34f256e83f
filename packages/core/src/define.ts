import { kitVersion } from './kit-version.ts';

interface KitElementClass extends CustomElementConstructor {
  readonly kitVersion?: string;
}

/**
 * Registers a tag. A name already taken keeps its first class, with one console line naming both versions: it never
 * throws on someone else's page.
 */
export const define = (tag: string, element: KitElementClass): void => {
  const taken: KitElementClass | undefined = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) {
    console.warn(`<${tag}> is already defined (${taken.kitVersion ?? 'another kit'}); ${kitVersion} stands aside.`);
  }
};
