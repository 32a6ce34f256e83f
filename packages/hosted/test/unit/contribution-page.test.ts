import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContributionStatus } from '@cmto/contract';
import { renderReceiptPage } from '../../src/index.ts';

const receipt: ContributionStatus = {
  id: '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d',
  receiptCode: 'M03A9JX2SBR20HQEPJRATVXCQM',
  receivedAt: '2026-11-20T11:00:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/M03A9JX2SBR20HQEPJRATVXCQM',
  kind: 'contribution',
  slug: 'bozza-di-piano',
  title: { it: 'Bozza di piano', en: 'Draft plan' },
  language: 'it',
  contribution: '0123456789ABC',
  state: 'received',
  section: '2.1',
  mayAppeal: false,
  agreements: 0,
  usedIn: [],
  timeline: [],
  messages: [],
};

const page = async (parts: Partial<ContributionStatus> = {}, language = 'it'): Promise<string> =>
  (await renderReceiptPage({ receipt: { ...receipt, ...parts }, languages: [language] })).html.replace(
    /<!--.*?-->/g,
    '',
  );

describe('the receipt page of a contribution', () => {
  it('says in every language where it stands, and under which name', async () => {
    for (const [language, words] of [
      ['it', 'Ricevuto: lo leggono l’ufficio'],
      ['en', 'Received: the office'],
      ['fr', 'Reçue : le service'],
    ] as const) {
      const html = await page({}, language);
      for (const part of [words, '0123456789ABC', '2.1']) assert.ok(html.includes(part), part);
      assert.equal(html.match(/<h1>/g)?.length, 1);
    }
  });

  it('gives the published reason why it is not published, and says how to have it looked at again while one may', async () => {
    const refused = {
      state: 'refused',
      refusal: { reason: 'fuori-tema', label: 'Non riguarda il documento', note: 'Riguarda <b>altro</b>.' },
      mayAppeal: true,
    } as const;
    const html = await page(refused);
    assert.ok(html.includes('Non riguarda il documento') && html.includes('Riguarda &lt;b&gt;altro&lt;/b&gt;.'));
    assert.ok(html.includes('una volta sola'));
    assert.ok(!(await page({ ...refused, mayAppeal: false })).includes('una volta sola'));
  });

  it('gives the office’s answer with the new text, and where it was used', async () => {
    const html = await page({
      state: 'published',
      agreements: 7,
      answer: {
        outcome: 'partly',
        text: 'Accolta per le valli.',
        url: 'https://www.example.it/piano#2.1',
        at: receipt.receivedAt,
      },
      usedIn: [
        { id: 'delibera-12', title: 'Delibera 12/2027', url: 'https://www.example.it/atti/12', date: '2027-03-01' },
      ],
      timeline: [{ at: receipt.receivedAt, event: 'published' }],
    });
    for (const part of [
      'Accolto in parte',
      'Accolta per le valli.',
      'https://www.example.it/piano#2.1',
      'Delibera 12/2027',
    ])
      assert.ok(html.includes(part), part);
    assert.match(html, /Sono d’accordo<\/dt>\s*<dd>7/);
  });
});
