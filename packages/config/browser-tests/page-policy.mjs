import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The policy a strict host page may set; every test runs under it, so a template that needs more fails here first. */
function contentSecurityPolicy(inlineHashes) {
  return [
    "default-src 'none'",
    `script-src 'self' ${inlineHashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self' https://partecipa.example.it",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // `default` is taken by the test page itself, for msw's worker address and nothing else (see page.mjs).
    "trusted-types lit-html default 'allow-duplicates'",
  ].join('; ');
}

/**
 * Sends the policy with the runner's own page. The runner writes inline scripts into it, so their hashes are taken from
 * the finished page rather than opening `unsafe-inline` for everybody.
 */
export async function pagePolicy(context, next) {
  await next();
  if (!context.response.is('html') || typeof context.body !== 'string') return;
  const hashes = [...context.body.matchAll(INLINE_SCRIPT)].map(
    ([, source]) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
  );
  context.set('Content-Security-Policy', contentSecurityPolicy(hashes));
}
