import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { segnatura, type Segnatura } from '../../src/protocol/segnatura.ts';

const namespace = 'http://www.agid.gov.it/protocollo/';

const aMessage = (parts: Partial<Segnatura> = {}): Segnatura => ({
  sender: { name: 'Città metropolitana di Torino', code: 'cmto', area: 'AOOCMTO', office: 'UFPIAN' },
  official: { register: 'PG', number: '0004567', date: '2026-11-20' },
  subject: 'Risposta alla richiesta',
  classification: '06.03',
  folder: '2026/12',
  recipients: [{ kind: 'person', name: 'Anna Maria De Luca', taxCode: 'DLCNMR80A41L219M' }],
  files: [
    { name: 'risposta.json', type: 'application/json', sha256: '00'.repeat(32) },
    { name: 'mappa.pdf', type: 'application/pdf', sha256: 'ff'.repeat(32) },
  ],
  ...parts,
});

/**
 * What the schema's sequences allow, in order; `?` may be missing, `+` is there once or more, `*` any number of times.
 * After AgID's `segnatura_protocollo.xsd` 3.0 (annex 6 of the guidelines on electronic documents), as of commit 63ffc5e of
 * github.com/AgID/protocollo-comunicazione-aoo: of what it lets be left out, only what we write is here. `ds:Signature`,
 * which it wants last, is the seal's holder's.
 */
const grammar: Record<string, string> = {
  SegnaturaInformatica: 'Intestazione Descrizione',
  Intestazione: 'Identificatore Oggetto Classifica Fascicolo?',
  Identificatore: 'CodiceAmministrazione CodiceAOO CodiceRegistro NumeroRegistrazione DataRegistrazione',
  Classifica: 'Denominazione CodiceFlat',
  Fascicolo: 'Denominazione CodiceFascicolo',
  Descrizione: 'Mittente Destinatario+ DocumentoPrimario Allegato*',
  Mittente: 'Amministrazione',
  Destinatario: '(Amministrazione|PersonaGiuridica|PersonaFisica)',
  Amministrazione: 'DenominazioneAmministrazione CodiceIPAAmministrazione CodiceIPAAOO? CodiceIPAUO?',
  PersonaGiuridica: 'Denominazione PIVAoCF?',
  PersonaFisica: 'Nome Cognome CodiceFiscale?',
  DocumentoPrimario: 'Impronta',
  Allegato: 'Impronta',
};

/** The attributes that the schema requires, and no other, with their fixed values. */
const attributes: Record<string, Record<string, RegExp>> = {
  SegnaturaInformatica: { versione: /^3\.0\.0$/, lang: /^it$/ },
  DocumentoPrimario: { nomeFile: /^/, mimeType: /^/ },
  Allegato: { nomeFile: /^/, mimeType: /^/ },
  Impronta: { algoritmo: /^SHA-256$/ },
};

const patterns: Record<string, RegExp> = {
  CodiceRegistro: /^[A-Za-z0-9_.-]{1,16}$/,
  NumeroRegistrazione: /^[0-9]{7,}$/,
  DataRegistrazione: /^\d{4}-\d{2}-\d{2}$/,
  PIVAoCF: /^[0-9]{11}$/,
  CodiceFiscale: /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/,
  Impronta: /^[A-Za-z0-9+/]{43}=$/,
};

/** Reads it as strictly as XML wants; a warning is about what people have typed. */
function read(xml: string): Element {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') assert.fail(message);
  };
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement!;
}

const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

/** Every element is where the schema has it, in its namespace, attributes too, and of the form that the schema wants. */
function checkElement(element: Element): void {
  assert.equal(element.namespaceURI, namespace);
  const name = element.localName!;
  const given = Array.from(element.attributes).filter(({ prefix }) => prefix !== 'xmlns');
  const wanted = attributes[name] ?? {};
  assert.deepEqual(given.map(({ localName }) => localName).sort(), Object.keys(wanted).sort(), name);
  for (const { localName, namespaceURI, value } of given) {
    assert.equal(namespaceURI, namespace, localName!);
    assert.match(value, wanted[localName!]!);
  }
  const children = childrenOf(element);
  const rule = grammar[name];
  if (rule === undefined) assert.equal(children.length, 0, name);
  else assert.match(children.map((child) => `${child.localName} `).join(''), toPattern(rule), name);
  const pattern = patterns[name];
  if (pattern) assert.match(element.textContent!, pattern);
  children.forEach(checkElement);
}

const toPattern = (rule: string): RegExp =>
  new RegExp(
    `^${rule.replace(/(\w+|\([\w|]+\))([?+*]?)(?: |$)/g, (_all, part: string, times: string) => `(?:${part} )${times}`)}$`,
  );

const textOf = (root: Element, name: string): string[] =>
  Array.from(root.getElementsByTagNameNS(namespace, name)).map((element) => element.textContent ?? '');

describe('segnatura', () => {
  it('is built as the schema has it, digests in base64', () => {
    const root = read(segnatura(aMessage()));
    checkElement(root);
    assert.deepEqual(
      [root.localName, root.getAttributeNS(namespace, 'versione'), root.getAttributeNS(namespace, 'lang')],
      ['SegnaturaInformatica', '3.0.0', 'it'],
    );
    assert.deepEqual(textOf(root, 'NumeroRegistrazione'), ['0004567']);
    assert.deepEqual(textOf(root, 'Impronta'), [`${'A'.repeat(43)}=`, `${'/'.repeat(42)}8=`]);
    const names = ['DocumentoPrimario', 'Allegato'].map((name) =>
      root.getElementsByTagNameNS(namespace, name)[0]!.getAttributeNS(namespace, 'nomeFile'),
    );
    assert.deepEqual(names, ['risposta.json', 'mappa.pdf']);
    assert.deepEqual([...textOf(root, 'Nome'), ...textOf(root, 'Cognome')], ['Anna', 'Maria De Luca']);
  });

  it('is built so for whoever it goes to, whatever code they have given', () => {
    for (const kind of ['person', 'organisation', 'municipality', 'office'] as const) {
      for (const taxCode of [undefined, 'DLCNMR80A41L219M', '00519320014', 'c_e379', 'zz', 'rssmra80a01l219m', '<>']) {
        const to = { kind, name: 'Anna Maria De Luca', ...(taxCode === undefined ? {} : { taxCode }) };
        checkElement(read(segnatura(aMessage({ recipients: [to], folder: undefined }))));
      }
    }
  });

  it('names a municipality by its IPA code where that is known, else by name and tax code', () => {
    const to = (taxCode: string): Element => {
      const root = read(
        segnatura(aMessage({ recipients: [{ kind: 'municipality', name: 'Comune di Ivrea', taxCode }] })),
      );
      checkElement(root);
      return childrenOf(root.getElementsByTagNameNS(namespace, 'Destinatario')[0]!)[0]!;
    };
    assert.deepEqual([to('c_e379').localName, to('00519320014').localName], ['Amministrazione', 'PersonaGiuridica']);
    assert.deepEqual(
      [textOf(to('c_e379'), 'CodiceIPAAmministrazione'), textOf(to('00519320014'), 'PIVAoCF')],
      [['c_e379'], ['00519320014']],
    );
  });

  it('stays well formed, and says the same, whatever people have typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          ']]>',
          '<!--',
          '\u0000',
          '\u001b',
          '\uFFFE',
          '\ud800',
          'è',
          '\u{1F600}',
        ),
      }),
    );
    // oxlint-disable-next-line no-control-regex
    const asXmlHasIt = (text: string): string =>
      text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
        .replace(/\r\n?/g, '\n');
    fc.assert(
      fc.property(typed, typed, typed, (subject, name, fileName) => {
        const xml = segnatura(
          aMessage({
            subject,
            recipients: [{ kind: 'organisation', name, taxCode: name }],
            files: [{ name: fileName, type: 'application/pdf', sha256: '0a'.repeat(32) }],
          }),
        );
        const root = read(xml);
        checkElement(root);
        assert.equal(textOf(root, 'Oggetto')[0]!.replace(/\r\n?/g, '\n'), asXmlHasIt(subject));
      }),
      { numRuns: 150 },
    );
  });

  it('is refused without a document or without anybody to send it to', () => {
    assert.throws(() => segnatura(aMessage({ files: [] })), RangeError);
    assert.throws(() => segnatura(aMessage({ recipients: [] })), RangeError);
  });
});
