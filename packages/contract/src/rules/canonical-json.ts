/**
 * RFC 8785 JSON: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. Reads own
 * properties only and asks no `toJSON`, so that nothing a page has put on prototypes changes the bytes.
 * Throws a RangeError for what JSON cannot hold (NaN, infinities, functions …); undefined members are left out.
 */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return stringJson(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('not a JSON number');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listJson(value) : recordJson(value as Record<string, unknown>);
    default:
      throw new RangeError(`not a JSON value: ${typeof value}`);
  }
};

/** No quote, no backslash, nothing outside visible ASCII: nothing to escape. */
const plain = /^[ !#-[\]-~]*$/;

const stringJson = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

const listJson = (list: readonly unknown[]): string => {
  let json = '';
  for (let at = 0; at < list.length; at += 1) json += (at > 0 ? ',' : '') + canonicalJson(list[at]);
  return `[${json}]`;
};

const recordJson = (record: Record<string, unknown>): string => {
  let json = '';
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) json += `${json === '' ? '' : ','}${stringJson(key)}:${canonicalJson(member)}`;
  }
  return `{${json}}`;
};
