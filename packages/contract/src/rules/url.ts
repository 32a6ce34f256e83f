import { isHostName } from './email.ts';

const address = /^https?:\/\/([^\s\p{Cc}/?#@:\\<>"'`]{1,253})(?::(\d{1,5}))?(?:[/?#][^\s\p{Cc}\\<>"`]*)?$/iu;
const ipAddress = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/**
 * Whether a web address is http or https with a full host name and no user name before it. Own grammar, because URL
 * parsers differ between engines, and both sides must decide alike.
 */
export const isUrl = (value: string): boolean => {
  const match = address.exec(value);
  if (!match || value.length > 2000) return false;
  const [, host = '', port = '80'] = match;
  return (isHostName(host) || ipAddress.test(host)) && Number(port) > 0 && Number(port) < 65_536;
};
