import { z } from 'zod';

/** The identity provider that this server is a client of. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Levels of assurance that are asked for, and enough. */
  readonly acrValues: readonly string[];
}

const text = z.string().min(1);

/** SPID's second and third level, which CIE uses, too: what a formal request needs (CAD art. 65 c. 1 b). */
const spidLevels = 'https://www.spid.gov.it/SpidL2 https://www.spid.gov.it/SpidL3';

/** Part of the environment's schema. */
export const oidcEnvironment = {
  CMTO_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe, 'https is needed, but on this machine')
    .optional(),
  CMTO_OIDC_CLIENT_ID: text.optional(),
  CMTO_OIDC_CLIENT_SECRET: text.optional(),
  CMTO_OIDC_SCOPE: text
    .refine((scope) => scope.split(' ').includes('openid'), '"openid" is missing')
    .default('openid profile'),
  CMTO_OIDC_ACR_VALUES: text.regex(/\S/, 'a level is missing').default(spidLevels),
};

type Environment = z.infer<z.ZodObject<typeof oidcEnvironment>>;

/** Whether the provider is named completely or not at all. */
export const isWholeOrAbsent = ({ CMTO_OIDC_ISSUER, CMTO_OIDC_CLIENT_ID, CMTO_OIDC_CLIENT_SECRET }: Environment) =>
  new Set([CMTO_OIDC_ISSUER, CMTO_OIDC_CLIENT_ID, CMTO_OIDC_CLIENT_SECRET].map((value) => value === undefined)).size ===
  1;

/** The provider that the environment names. Undefined: nobody signs in here. */
export function toOidcSettings(environment: Environment): OidcSettings | undefined {
  const {
    CMTO_OIDC_ISSUER: issuer,
    CMTO_OIDC_CLIENT_ID: clientId,
    CMTO_OIDC_CLIENT_SECRET: clientSecret,
  } = environment;
  if (!issuer || !clientId || !clientSecret) return undefined;
  const acrValues = environment.CMTO_OIDC_ACR_VALUES.split(' ').filter((value) => value !== '');
  return { issuer, clientId, clientSecret, scope: environment.CMTO_OIDC_SCOPE, acrValues };
}

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
