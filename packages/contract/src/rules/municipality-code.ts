/** Codes never given to a municipality of today, between the first and the last. */
const unused = ['001005', '001138', '001151', '001182', '001277', '001297'];

/**
 * Whether a value is the ISTAT code of one of the 312 municipalities (held by a test to `data/municipalities.csv`):
 * the browser must be able to decide before the list has arrived.
 */
export const isMunicipalityCode = (value: string): boolean =>
  /^001\d{3}$/.test(value) && value >= '001001' && value <= '001318' && !unused.includes(value);
