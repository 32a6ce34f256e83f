const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string => {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += byte.toString(16).padStart(2, '0');
  return text;
};

/** Lower-case hex SHA-256 of bytes, or of a string in UTF-8. */
export const sha256 = async (data: string | ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? encoder.encode(data) : data));

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The receipt code of a key: 130 bits in Crockford base32, always the same for the same key. */
export const receiptCodeOf = async (key: string): Promise<string> => {
  const secret = await crypto.subtle.importKey(
    'raw',
    encoder.encode('mock'),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', secret, encoder.encode(key)));
  let bits = 0n;
  for (const byte of mac.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  // 17 bytes are 136 bits: the last six are left over.
  bits >>= 6n;
  let code = '';
  for (let at = 0; at < 26; at += 1, bits >>= 5n) code = alphabet[Number(bits & 31n)]! + code;
  return code;
};

/** A code as typed from paper: any case, grouped, and O, I, L for the digits they look like. */
export const readReceiptCode = (typed: string): string =>
  typed.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
