import type { Journey } from './journey.ts';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** The real browser's part of signing in. */
export const browserJourney: Journey = {
  // A provider's page refuses to be in a frame.
  address: () => (self === top && /^https?:$/.test(location.protocol) ? location.href.replace(/#.*$/, '') : undefined),
  fragment: () => location.hash.slice(1),
  dropFragment: () => history.replaceState(history.state, '', location.pathname + location.search),
  async secret() {
    const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    return { verifier, challenge: base64url(new Uint8Array(hash)) };
  },
  leave: (url) => location.assign(url),
};
