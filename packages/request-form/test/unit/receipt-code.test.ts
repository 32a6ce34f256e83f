import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeGroups, readReceiptCode } from '../../src/model/receipt-code.ts';

const code = '0123456789ABCDEFGHJKMNPQRS';

describe('readReceiptCode', () => {
  it('reads a code as typed from paper, or the whole address of its page', () => {
    for (const typed of [
      code,
      ` ${code.toLowerCase()} `,
      codeGroups(code).join(' '),
      codeGroups(code).join('-'),
      code.replace('0', 'O').replace('1', 'l'),
      `https://partecipa.example.it/r/${code}?lang=it`,
      `https://partecipa.example.it/r/${code}/pdf`,
    ])
      assert.equal(readReceiptCode(typed), code, typed);
  });

  it('takes nothing else for one', () => {
    for (const typed of ['', 'CMTO-RI 0000042/2026', code.slice(1), `${code}0`, code.replace('A', 'U'), '../x'])
      assert.equal(readReceiptCode(typed), undefined, typed);
  });
});
