import type { Survey } from '@cmto/contract';
import { isSurvey } from '@cmto/contract/guards/survey';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/** The definition now served, or the published `version` asked for. Rejects with a `KitError`. */
export const getSurvey = async (
  api: ApiClient,
  slug: string,
  options: { version?: number; signal?: AbortSignal } = {},
): Promise<Survey> => {
  const query = options.version === undefined ? '' : `?version=${options.version}`;
  const body = await api.request(`/surveys/${encodeURIComponent(slug)}${query}`, { signal: options.signal });
  if (!isSurvey(body)) throw new KitError('definition.unreadable', `survey ${slug} has an unexpected shape`);
  return body;
};
