/** Landlines keep their 0; mobiles start with 3; toll-free and shared-cost numbers by their prefixes. */
const italian = /^(?:0[1-9]\d{4,9}|3\d{8,9}|(?:80[03]|84[0178]|89[259]|199|178)\d{3,7})$/;
/** E.164: a country code and at most 15 digits in all. */
const international = /^[1-9]\d{6,14}$/;

/** Whether a canonical phone number is an Italian one, or any with its country code (`+` or `00`). */
export const isPhone = (value: string): boolean => {
  const country = /^(?:\+|00)(\d+)$/.exec(value)?.[1];
  if (country === undefined) return italian.test(value);
  return country.startsWith('39') ? italian.test(country.slice(2)) : international.test(country);
};
