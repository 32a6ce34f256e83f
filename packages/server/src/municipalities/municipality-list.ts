import { readFileSync } from 'node:fs';
import type { Municipality, MunicipalityList } from '@cmto/contract';

const note =
  'Names and codes: ISTAT. Population: 2011 census, ISTAT, for size classes. 164 zones are from published lists, 148 are reconstructed: not official, to be corrected in the data.';

const read = (name: string): string =>
  readFileSync(new URL(import.meta.resolve(`@cmto/contract/data/${name}`)), 'utf8');

/** The 312 municipalities with their zones, from the contract's data. */
export function readMunicipalities(): MunicipalityList {
  const { zones } = JSON.parse(read('zones.json')) as { zones: readonly { id: number; nameIt: string }[] };
  const [, ...lines] = read('municipalities.csv').trim().split(/\r?\n/);
  return {
    municipalities: lines.map(toMunicipality),
    zones: zones.map(({ id, nameIt }) => ({ id, name: nameIt })),
    note,
  };
}

/** No name has a comma or a quote in it: a test holds the data to that. */
function toMunicipality(line: string): Municipality {
  const [code = '', name = '', zone, population] = line.split(',');
  return { code, name, zone: Number(zone), population: Number(population) };
}
