import type { Municipality, MunicipalityList } from '@cmto/contract';

interface ZoneData {
  readonly zones: readonly { readonly id: number; readonly nameIt: string }[];
}

/** The list that `GET /municipalities` serves, from the contract's two data files. */
export const municipalityList = (csv: string, { zones }: ZoneData): MunicipalityList => {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return {
    municipalities: lines.map((line): Municipality => {
      const [code = '', name = '', zone, population] = line.split(',');
      return { code, name, zone: Number(zone), population: Number(population) };
    }),
    zones: zones.map(({ id, nameIt }) => ({ id, name: nameIt })),
    note: 'Names, codes and population: ISTAT. 148 of 312 zones are reconstructed: not official.',
  };
};

/** A handful of municipalities: enough to search among, and with the names that make a search interesting. */
export const fewMunicipalities = (): MunicipalityList => ({
  municipalities: [
    { code: '001001', name: 'Agliè', zone: 8, population: 2644 },
    { code: '001004', name: "Albiano d'Ivrea", zone: 9, population: 1791 },
    { code: '001059', name: 'Carmagnola', zone: 11, population: 28563 },
    { code: '001078', name: 'Chieri', zone: 11, population: 35962 },
    { code: '001125', name: 'Ivrea', zone: 9, population: 23592 },
    { code: '001191', name: 'Pinerolo', zone: 5, population: 34854 },
    { code: '001270', name: 'Susa', zone: 6, population: 6629 },
    { code: '001272', name: 'Torino', zone: 1, population: 872367 },
  ],
  zones: [
    { id: 1, name: 'Torino' },
    { id: 5, name: 'Pinerolese' },
    { id: 6, name: 'Valli Susa e Sangone' },
    { id: 8, name: 'Canavese occidentale' },
    { id: 9, name: 'Eporediese' },
    { id: 11, name: 'Chierese - Carmagnolese' },
  ],
  note: 'A few municipalities, for tests.',
});
