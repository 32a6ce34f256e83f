import { pageRegistry } from '../page-registry.ts';

const normalise = (base: string): string | undefined => {
  const { protocol, href } = new URL(base, document.baseURI);
  return protocol.startsWith('http') ? href.replace(/\/+$/, '') : undefined;
};

/**
 * The API base of a tag: its `api`, else the page's `<meta name="cmto-api">`, else the loader's own origin.
 * A `<cmto-provider>` around the tag is answered by the context before this is asked. Undefined when nothing tells,
 * or when the address is not one.
 */
export const apiBase = (attribute: string | null | undefined): string | undefined => {
  const meta = document.querySelector('meta[name="cmto-api"]')?.getAttribute('content');
  const base = attribute || meta || pageRegistry().api;
  if (!base) return undefined;
  try {
    return normalise(base);
  } catch {
    // A malformed address: the widget shows its "address missing" message where it stands.
    return undefined;
  }
};
