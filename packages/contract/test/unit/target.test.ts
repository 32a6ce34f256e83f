import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTarget, type Submission } from '@cmto/contract';

const document = {
  title: 'Bozza',
  version: 2,
  sections: [{ id: '2.1', title: 'Biciclette', level: 1, text: 'Una rete.' }],
};
const found = (target: Submission['target'], of: Parameters<typeof checkTarget>[0] = { document }): string[] =>
  checkTarget(of, target).map(({ pointer, code }) => `${code} ${pointer}`);

describe('checkTarget', () => {
  it('takes a section of the document, or all of it', () => {
    for (const target of [
      undefined,
      {},
      { documentVersion: 2 },
      { section: '2.1', quote: 'non c’è', documentVersion: 2 },
    ])
      assert.deepEqual(found(target), []);
  });

  it('refuses what the document does not have, each with its place', () => {
    assert.deepEqual(found({ section: '9', documentVersion: 1, item: 'asse-2' }), [
      'target.section /target/section',
      'target.document-version /target/documentVersion',
      'target.unexpected /target/item',
    ]);
    assert.deepEqual(found({ quote: 'Una rete' }), ['target.unexpected /target/quote']);
    assert.deepEqual(found({ section: '2.1' }, {}), ['target.unexpected /target']);
    assert.deepEqual(found(undefined, {}), []);
  });
});
