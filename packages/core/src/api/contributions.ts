import type { ContributionList } from '@cmto/contract';
import { isContributionList, isEndorsed } from '@cmto/contract/guards/contributions';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';
import { withoutPrototypes } from './without-prototypes.ts';

/** A page of the published contributions of a consultation; `query` begins with `?`. Rejects with a `KitError`. */
export const getContributions = async (
  api: ApiClient,
  slug: string,
  query: string,
  signal: AbortSignal,
): Promise<ContributionList> => {
  const body = await api.request(`/consultations/${encodeURIComponent(slug)}/contributions${query}`, { signal });
  if (!isContributionList(body) || body.slug !== slug)
    throw new KitError('network.unexpected', 'the answer is no list of contributions');
  return withoutPrototypes(body);
};

/** Agrees with a contribution, under a key; gives how many keys agree by now. Rejects with a `KitError`. */
export const postEndorsement = async (
  api: ApiClient,
  contribution: string,
  { key, device }: { readonly key: string; readonly device: string },
): Promise<number> => {
  const body = await api.request(`/contributions/${encodeURIComponent(contribution)}/endorsements`, {
    method: 'POST',
    body: { device },
    headers: { 'Idempotency-Key': key },
  });
  if (!isEndorsed(body) || body.contribution !== contribution)
    throw new KitError('network.unexpected', 'the answer is about no agreement of ours');
  return body.agreements;
};
