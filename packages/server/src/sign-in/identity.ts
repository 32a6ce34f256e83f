import { canonicalText, isTaxCode } from '@cmto/contract';
import type { ProvenIdentity } from '../requests/seams.ts';

/** What a provider says, by name of the claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** As SPID and CIE name them (SPID/CIE OpenID Connect, user attributes); some gateways shorten the last one. */
export const identityClaims = {
  givenName: ['given_name'],
  familyName: ['family_name'],
  taxCode: ['https://attributes.eid.gov.it/fiscal_number', 'fiscal_number'],
} as const;

/** Reads a person out of claims. Undefined where a name or a tax code that holds is missing: nobody is let in by half. */
export function readIdentity(claims: Claims): ProvenIdentity | undefined {
  const givenName = textOf(claims, identityClaims.givenName);
  const familyName = textOf(claims, identityClaims.familyName);
  // SPID and CIE write the country before it: TINIT-RSSMRA…
  const taxCode = textOf(claims, identityClaims.taxCode)
    ?.replace(/^TINIT-/i, '')
    .toUpperCase();
  if (!givenName || !familyName || !taxCode || !isTaxCode(taxCode, 'person')) return undefined;
  return { givenName, familyName, taxCode };
}

function textOf(claims: Claims, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (typeof value !== 'string' || value.length > 200) continue;
    const text = canonicalText(value);
    if (text !== '') return text;
  }
  return undefined;
}
