const isSilent = (node: Element): boolean =>
  node.getAttribute('aria-hidden') === 'true' || node.hasAttribute('hidden') || node.hasAttribute('inert');

/** What a screen reader would say of an element's content, white space joined. */
export const spokenText = (node: Node): string => {
  const parts: string[] = [];
  const collect = (current: Node): void => {
    if (current instanceof Text) parts.push(current.data);
    else if (!(current instanceof Element && isSilent(current))) current.childNodes.forEach(collect);
  };
  collect(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
};

const referenced = (element: Element, attribute: string): string | undefined => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const found =
    element
      .getAttribute(attribute)
      ?.split(/\s+/)
      .map((id) => root.getElementById(id)) ?? [];
  const spoken = found
    .filter((node) => node !== null)
    .map(spokenText)
    .join(' ');
  return spoken || undefined;
};

/** The element's name as a person hears or reads it: enough of the algorithm for native controls. */
export const nameOf = (element: Element): string => {
  const own = referenced(element, 'aria-labelledby') ?? element.getAttribute('aria-label');
  if (own) return own;
  if (element instanceof HTMLFieldSetElement) return spokenText(element.querySelector('legend') ?? element);
  const labels = (element as HTMLInputElement).labels;
  if (labels?.length) return [...labels].map(spokenText).join(' ');
  return spokenText(element);
};

/** What describes the element besides its name: help, errors. */
export const descriptionOf = (element: Element): string => referenced(element, 'aria-describedby') ?? '';
