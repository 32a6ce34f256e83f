/** Length of an IBAN by country: SEPA, and the countries that use the IBAN beside it. */
const lengths =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22' +
  'GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31' +
  'MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22' +
  'VG24XK20YE30';

const expectedLength = (country: string): number => {
  for (let at = 0; at < lengths.length; at += 4) {
    if (lengths.startsWith(country, at)) return Number(lengths.slice(at + 2, at + 4));
  }
  return 0;
};

/** Check letter, bank, branch and account, the same in Italy and San Marino. */
const italian = /^(?:IT|SM)\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/;

const remainder = (iban: string): number => {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/** Whether a canonical IBAN has its country's length and a right check (mod 97); a country without IBAN is refused. */
export const isIban = (value: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) &&
  value.length === expectedLength(value.slice(0, 2)) &&
  (!/^(?:IT|SM)/.test(value) || italian.test(value)) &&
  remainder(value) === 1;
