import type { FastifyReply } from 'fastify';

/** What could turn a name around, or cut it off, where it is shown. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu;

/** Has a file saved, never shown: what people send must not run on our address, whatever it holds. RFC 6266, RFC 8187. */
export function asDownload(reply: FastifyReply, name: string): FastifyReply {
  const encoded = encodeURIComponent(name.toWellFormed().replace(unsafe, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .headers({
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
    .type('application/octet-stream');
}
