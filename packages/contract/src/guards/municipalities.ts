import { isRecord } from '../rules/own.ts';
import type { MunicipalityList } from '../schemas/municipality.ts';

const has = (value: unknown, key: string, type: 'string' | 'number'): boolean =>
  isRecord(value) && Object.hasOwn(value, key) && typeof value[key] === type;

const isMunicipality = (value: unknown): boolean =>
  has(value, 'code', 'string') &&
  has(value, 'name', 'string') &&
  has(value, 'zone', 'number') &&
  has(value, 'population', 'number');

const isZone = (value: unknown): boolean => has(value, 'id', 'number') && has(value, 'name', 'string');

const hasList = (value: Record<string, unknown>, key: string, isItem: (item: unknown) => boolean): boolean => {
  const list = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) && list.every(isItem);
};

/** Whether a value is the list of municipalities and zones. */
export const isMunicipalityList = (value: unknown): value is MunicipalityList =>
  isRecord(value) &&
  hasList(value, 'municipalities', isMunicipality) &&
  hasList(value, 'zones', isZone) &&
  has(value, 'note', 'string');
