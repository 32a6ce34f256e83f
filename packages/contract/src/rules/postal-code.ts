/** Whether a value is an Italian postal code (CAP): five digits, from 00010 up. */
export const isPostalCode = (value: string): boolean => /^\d{5}$/.test(value) && value >= '00010';
