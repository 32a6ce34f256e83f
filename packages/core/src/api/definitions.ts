import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';
import type { DefinitionKind } from './definition-kind.ts';

/** The definition now served, or the published `version` asked for. Rejects with a `KitError`. */
export const getPublished = async <Definition>(
  api: ApiClient,
  kind: DefinitionKind<Definition>,
  slug: string,
  options: { version?: number; signal?: AbortSignal } = {},
): Promise<Definition> => {
  const query = options.version === undefined ? '' : `?version=${options.version}`;
  const body = await api.request(`${kind.path}${encodeURIComponent(slug)}${query}`, { signal: options.signal });
  if (!kind.is(body)) throw new KitError('definition.unreadable', `${kind.path}${slug} has an unexpected shape`);
  return body;
};
