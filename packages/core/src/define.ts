/** Version of the kit, told in the one console line about a name already taken. */
export const kitVersion = '0.1.0';

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
