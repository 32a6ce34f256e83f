import type { Service, ServiceFile } from '../schemas/service.ts';

/**
 * A service file with its defaults spelt out: open to all, no identity, confidential. Its `version` is the server's to
 * give.
 */
export const serviceOfFile = (
  { access, identity, attribution, version: _, ...rest }: ServiceFile,
  version: number,
): Service => ({
  ...rest,
  version,
  access: access ?? 'open',
  identity: identity ?? 'none',
  attribution: attribution ?? 'confidential',
});
