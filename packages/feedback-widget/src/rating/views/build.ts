type Attributes = { readonly [name: string]: string | number };

/** An element with its attributes and children. Text is text: nothing here reads HTML. */
export const build = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, String(attributes[name]));
  element.append(...children);
  return element;
};
