import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestStatus } from '@cmto/contract';
import { renderReceiptPage } from '../../src/index.ts';
import { pageLanguages } from '../../src/language.ts';
import type { SentDocument } from '../../src/receipt/sent-document.ts';

const code = 'M03A9JX2SBR20HQEPJRATVXCQM';
const file = { name: 'relazione.pdf', sha256: 'c'.repeat(64), size: 5_242_880, type: 'application/pdf' };

const request: RequestStatus = {
  id: '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d',
  receiptCode: code,
  receivedAt: '2026-11-20T11:00:00Z',
  contentHash: 'a'.repeat(64),
  url: `https://partecipa.example.it/r/${code}`,
  register: { code: 'CMTO-RI', year: 2026, number: '0000123', status: 'provisional' },
  kind: 'request',
  slug: 'assistenza-tecnica',
  title: { it: 'Assistenza tecnica', en: 'Technical assistance' },
  language: 'it',
  subject: 'Variante al piano regolatore',
  isFormal: false,
  state: 'registered',
  procedure: {
    title: { it: 'Assistenza ai Comuni' },
    unit: { it: 'Unità Pianificazione' },
    officer: 'Maria Rossi',
    contacts: { email: 'pianificazione@example.it', pec: 'protocollo@pec.example.it' },
    days: 30,
    silence: 'assent',
    deadline: '2026-12-20T23:00:00Z',
    steps: [{ it: 'Verifica dei documenti' }],
  },
  timeline: [
    { at: '2026-11-20T11:00:00Z', event: 'received' },
    { at: '2026-11-20T11:00:00Z', event: 'registered' },
  ],
  messages: [],
  attachments: [{ ...file, field: 'file' }],
};

const sent: SentDocument = {
  sha256: 'd'.repeat(64),
  pages: [{ title: 'Chi fa la richiesta', answers: [{ label: 'Nome', words: 'Ada\nLovelace' }] }],
};

const page = async (parts: Partial<RequestStatus> = {}, language = 'it', document = sent): Promise<string> =>
  (await renderReceiptPage({ receipt: { ...request, ...parts }, document, languages: [language] })).html;

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n\s*/g, '\n');

describe('the page of a request', () => {
  it('says all that the receipt in PDF says', async () => {
    const words = wordsOf(await page());
    for (const part of [
      'CMTO-RI-2026/0000123',
      'provvisorio',
      'Non è un’istanza formale',
      'Variante al piano regolatore',
      'Registrata',
      'venerdì 20 novembre 2026',
      'Unità Pianificazione',
      'Maria Rossi',
      'pianificazione@example.it · PEC protocollo@pec.example.it',
      'domenica 20 dicembre 2026',
      'silenzio assenso',
      'Verifica dei documenti',
      'Chi fa la richiesta',
      'Nome',
      'Ada\nLovelace',
      'relazione.pdf',
      '5 MB',
      'c'.repeat(64),
      'd'.repeat(64),
      'a'.repeat(64),
    ]) {
      assert.ok(words.includes(part), `${part}\n${words}`);
    }
  });

  it('has landmarks, one first heading, headings in order, and neither script nor form', async () => {
    const html = await page({
      outcome: { kind: 'accepted', reasons: 'Perché sì' },
      messages: [
        {
          id: request.id,
          at: request.receivedAt,
          from: 'office',
          kind: 'message',
          text: 'Buongiorno',
          attachments: [],
        },
      ],
    });
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.ok(
      levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1),
      levels.join(),
    );
    assert.doesNotMatch(html, /<script|<form|javascript:|style=|onclick/);
  });

  it('says what the PDF holds, and until when', async () => {
    assert.match(wordsOf(await page()), /registrato all’invio e, distinto, ciò che è successo dopo, fino a quando/);
  });

  it('marks an annulled addition in the timeline and where it was written', async () => {
    const register = { code: 'CMTO-RI', year: 2026, number: '0000150', status: 'annulled' } as const;
    const at = request.receivedAt;
    const words = wordsOf(
      await page({
        timeline: [{ at, event: 'added', register }],
        messages: [
          { id: request.id, at, from: 'applicant', kind: 'addition', text: 'Ecco', attachments: [], register },
        ],
      }),
    );
    assert.equal(words.match(/CMTO-RI-2026\/0000150 · annullata/g)?.length, 2);
  });

  it('leads to the PDF and to every file, with the code in hand', async () => {
    const added = { ...file, name: 'aggiunta.pdf', sha256: 'e'.repeat(64) };
    const html = await page({
      messages: [{ id: request.id, at: request.receivedAt, from: 'applicant', kind: 'addition', attachments: [added] }],
    });
    for (const address of [`/r/${code}/pdf`, `/r/${code}/files/${file.sha256}`, `/r/${code}/files/${added.sha256}`])
      assert.ok(html.includes(`href="${address}"`), address);
  });

  it('tells what the office waits for, since when the clock stands still, and only then', async () => {
    const asked = { messageId: request.id, text: 'Manca la planimetria', dueAt: '2026-12-10T23:00:00Z' };
    const suspended = { ...request.procedure, suspendedAt: '2026-11-25T09:00:00Z' };
    const words = wordsOf(await page({ state: 'waiting', asked, procedure: suspended }));
    assert.match(words, /L’ufficio ti chiede un’integrazione\n?[^]*Manca la planimetria/);
    assert.match(words, /sospeso dal\s+mercoledì 25 novembre 2026/);
    assert.match(words, /Rispondi entro\s+giovedì 10 dicembre 2026/);
    assert.doesNotMatch(wordsOf(await page({ asked })), /Manca la planimetria/);
    // Asked a second time: the clock runs on.
    assert.doesNotMatch(wordsOf(await page({ state: 'waiting', asked })), /sospeso/);
  });

  it('tells the outcome with its reasons, and no deadline any more', async () => {
    const closed = await page({ state: 'closed', outcome: { kind: 'refused', reasons: 'Manca il titolo' } });
    const words = wordsOf(closed);
    assert.match(words, /Esito[^]*Respinta[^]*Motivi[^]*Manca il titolo/);
    assert.doesNotMatch(words, /Termine per la risposta|silenzio assenso|Verifica dei documenti/);
  });

  it('says that a request is not confirmed, and names no number', async () => {
    const { register: _register, ...unregistered } = request;
    const { html } = await renderReceiptPage({
      receipt: { ...unregistered, state: 'unconfirmed', timeline: [] },
      document: sent,
      languages: ['it'],
    });
    assert.match(html, /non è ancora confermata/);
    assert.doesNotMatch(html, /CMTO-RI/);
  });

  it('tells of the official number, and of an annulled one', async () => {
    const official = { register: 'PROT', number: '45678', date: '2026-11-23' };
    const numbered = await page({
      official,
      timeline: [...request.timeline, { at: '2026-11-23T09:00:00Z', event: 'official-number', official }],
    });
    assert.match(wordsOf(numbered), /PROT 45678 · 23 novembre 2026/);
    assert.match(await page({ register: { ...request.register!, status: 'annulled' } }), /è stata annullata/);
  });

  it('names in words who was told of a passed deadline, and nobody where nobody was', async () => {
    const at = '2026-12-21T00:00:00Z';
    const told = (await page({ timeline: [{ at, event: 'escalated', note: 'steering' }] })).replaceAll(/\s+/g, ' ');
    assert.match(told, /Termine scaduto, ancora senza esito/);
    assert.match(told, /Segnalato alla cabina di regia/);
    assert.doesNotMatch(told, /steering/);
    assert.doesNotMatch(await page({ timeline: [{ at, event: 'escalated' }] }), /[Ss]egnalato/);
  });

  it('takes every text for text', async () => {
    const payload = '"><img src=x onerror=alert(1)>';
    const html = await page(
      {
        subject: payload,
        title: payload,
        procedure: { ...request.procedure, title: payload, unit: payload, officer: payload, steps: [payload] },
        timeline: [{ at: request.receivedAt, event: 'message', note: payload }],
        messages: [
          {
            id: request.id,
            at: request.receivedAt,
            from: 'office',
            kind: 'message',
            text: payload,
            attachments: [{ ...file, name: payload }],
          },
        ],
        attachments: [{ ...file, field: 'file', name: payload }],
        outcome: { kind: 'archived', reasons: payload },
      },
      'it',
      { sha256: 'd'.repeat(64), pages: [{ title: payload, answers: [{ label: payload, words: payload }] }] },
    );
    assert.doesNotMatch(html, /<img/);
    assert.ok((html.match(/&lt;img/g)?.length ?? 0) >= 13);
  });

  it('speaks the reader’s language, and marks what is Italian', async () => {
    for (const language of pageLanguages) {
      const html = await page({}, language);
      assert.match(html, new RegExp(`<html lang="${language}">`));
      assert.match(html, /<div lang="it">[^]*Chi fa la richiesta/);
      assert.doesNotMatch(html, /undefined|\{size\}/);
    }
    const english = await page({}, 'en');
    assert.match(english, /<span lang="en">Technical assistance<\/span>/);
    assert.match(english, /<span lang="it">Unità Pianificazione<\/span>/);
  });

  it('stands without the document once that is erased', async () => {
    const { html } = await renderReceiptPage({ receipt: request, languages: ['it'] });
    assert.doesNotMatch(html, /Chi fa la richiesta|Impronta del documento/);
    assert.match(html, /CMTO-RI-2026\/0000123/);
  });
});
