import type { Municipality } from '@cmto/contract';
import { isMunicipalityList } from '@cmto/contract/guards/municipalities';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

const names = new Map<string, string>();
const lists = new WeakMap<ApiClient, Promise<readonly Municipality[]>>();

const fetchList = async (api: ApiClient): Promise<readonly Municipality[]> => {
  const body = await api.request('/municipalities');
  if (!isMunicipalityList(body)) throw new KitError('network.unexpected', 'the list of municipalities is unreadable');
  for (const { code, name } of body.municipalities) names.set(code, name);
  return body.municipalities;
};

/** Name of a municipality once the list has been here; its code until then. */
export const municipalityName = (code: string): string => names.get(code) ?? code;

/** The 312 municipalities: one request per page, asked for again only after a failure. */
export const getMunicipalities = (api: ApiClient): Promise<readonly Municipality[]> => {
  const known = lists.get(api);
  if (known) return known;
  const list = fetchList(api);
  lists.set(api, list);
  list.catch(() => lists.delete(api));
  return list;
};
