const local = /^[\w.!#$%&'*+/=?^`{|}~\u0080-\uffff-]{1,64}$/;
const domainLabel =
  /^[^\s\p{Cc}\u0000-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f-](?:[^\s\p{Cc}\u0000-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]{0,62})$/u;

/** Whether a host name is written as one: at least two labels, the last not a number. */
export const isHostName = (host: string): boolean => {
  const labels = host.split('.');
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label) && !label.endsWith('-')) &&
    !/^\d+$/.test(labels.at(-1)!)
  );
};

/** Whether an e-mail address can be written to: one @, no spaces, a domain with a dot. */
export const isEmail = (value: string): boolean => {
  const at = value.lastIndexOf('@');
  const name = value.slice(0, Math.max(0, at));
  return (
    value.length <= 254 &&
    local.test(name) &&
    !/\s/.test(name) &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    !name.includes('..') &&
    isHostName(value.slice(at + 1))
  );
};
