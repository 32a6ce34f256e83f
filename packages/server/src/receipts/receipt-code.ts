import { createHmac, hash, type KeyObject } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

/** The 130-bit secret that opens a submission's receipt: made from the key, so that a replay gets the same one. */
export function receiptCodeOf(secret: KeyObject, key: string): string {
  const mac = createHmac('sha256', secret).update(key).digest();
  let code = '';
  let bits = 0;
  let held = 0;
  for (let at = 0; code.length < length; at += 1) {
    held = (held << 8) | mac[at]!;
    bits += 8;
    while (bits >= 5 && code.length < length) {
      bits -= 5;
      code += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return code;
}

/** What the database keeps of a code: whoever has the database cannot open receipts. */
export const hashReceiptCode = (code: string): string => hash('sha256', code, 'base64url');

/** A code as typed from paper: any case, grouped, and O, I, L for the digits they look like. Undefined when it cannot be one. */
export function readReceiptCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const code = typed.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}
