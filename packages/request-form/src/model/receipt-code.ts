const addressOf = (typed: string): string | undefined => /\/r\/([^/?#]+)/.exec(typed)?.[1];

/** Whether it is the address of a receipt: whoever has that is asked for nothing else. */
export const isReceiptAddress = (typed: string): boolean => addressOf(typed) !== undefined;

/**
 * A receipt's code as a person gives it: from paper (any case, in groups, O, I and L for the digits they look like) or
 * as the whole address of its page. Undefined for what can be none.
 */
export const readReceiptCode = (typed: string): string | undefined => {
  const code = (addressOf(typed) ?? typed)
    .replace(/[\s-]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(code) ? code : undefined;
};

/** The code in groups, as it is read aloud. */
export const codeGroups = (code: string): string[] => code.match(/.{5}(?=.{5})|.+/g) ?? [];
