import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Service } from '@cmto/contract';

/** A service's page on its own origin: `https://…/api/v1` → `https://…/w/service/…`. */
export const hostedAddress = (base: string, slug: string): string =>
  new URL(`../../w/service/${encodeURIComponent(slug)}`, `${base}/`).href;

/**
 * A sensitive service is filled in on its own page alone: on any other, every script of that site could read along
 * (decision 16). Rejects when the code that knows the page cannot be had.
 */
export const belongsElsewhere = async ({
  survey,
  base,
  services,
}: FormController): Promise<'elsewhere' | undefined> => {
  const { hosted, slug } = survey as Service;
  if (!hosted) return undefined;
  const here = (await services!.platform.device()).page();
  return here === hostedAddress(base!, slug) ? undefined : 'elsewhere';
};
