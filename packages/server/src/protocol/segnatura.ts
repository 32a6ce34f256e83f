import type { OfficialNumber } from '@cmto/contract';
import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import type { Correspondent } from '../register/entry.ts';

/** Of AgID's rules on communication between registration areas (guidelines on electronic documents, annex 6). */
const namespace = 'http://www.agid.gov.it/protocollo/';

/** A public administration by its codes in the IPA index. */
export interface Administration {
  readonly name: string;
  readonly code: string;
  readonly area?: string | undefined;
  readonly office?: string | undefined;
}

export interface Segnatura {
  readonly sender: Administration & { readonly area: string };
  readonly official: OfficialNumber;
  readonly subject: string;
  readonly classification: string;
  readonly folder?: string | undefined;
  readonly recipients: readonly Correspondent[];
  /** The main document first. */
  readonly files: readonly { readonly name: string; readonly type: string; readonly sha256: string }[];
}

/**
 * The segnatura of a document that goes to another registration area, as XML after version 3.0.0 of AgID's schema, but
 * for its seal: `ds:Signature` (XAdES baseline B) is put on by who holds the area's qualified seal, and the schema takes
 * it only then. Throws a RangeError without a main document or a recipient.
 */
export function segnatura({ files, recipients, ...message }: Segnatura): string {
  const [main, ...attachments] = files;
  if (!main || recipients.length === 0) throw new RangeError('A segnatura is of a document, to somebody');
  const { sender, official, subject, classification, folder } = message;
  const root = createRoot();
  root.setAttributeNS(namespace, 'prot:versione', '3.0.0');
  root.setAttributeNS(namespace, 'prot:lang', 'it');
  const head = add(root, 'Intestazione');
  addIdentifier(add(head, 'Identificatore'), sender, official);
  add(head, 'Oggetto', subject);
  const filing = add(head, 'Classifica');
  add(filing, 'Denominazione', classification);
  add(filing, 'CodiceFlat', classification);
  if (folder !== undefined) {
    const within = add(head, 'Fascicolo');
    add(within, 'Denominazione', folder);
    add(within, 'CodiceFascicolo', folder);
  }
  const description = add(root, 'Descrizione');
  addAdministration(add(description, 'Mittente'), sender);
  for (const recipient of recipients) addCorrespondent(add(description, 'Destinatario'), recipient);
  addFile(add(description, 'DocumentoPrimario'), main);
  for (const file of attachments) addFile(add(description, 'Allegato'), file);
  const xml = new XMLSerializer().serializeToString(root.ownerDocument!, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function createRoot(): Element {
  const document: Document = new DOMImplementation().createDocument(namespace, 'prot:SegnaturaInformatica', null);
  return document.documentElement!;
}

function add(parent: Element, name: string, text?: string): Element {
  const element = parent.ownerDocument!.createElementNS(namespace, `prot:${name}`);
  if (text !== undefined) element.appendChild(parent.ownerDocument!.createTextNode(printable(text)));
  parent.appendChild(element);
  return element;
}

function addIdentifier(element: Element, { code, area }: Segnatura['sender'], official: OfficialNumber): void {
  add(element, 'CodiceAmministrazione', code);
  add(element, 'CodiceAOO', area);
  add(element, 'CodiceRegistro', official.register);
  add(element, 'NumeroRegistrazione', official.number);
  add(element, 'DataRegistrazione', official.date);
}

function addAdministration(party: Element, { name, code, area, office }: Administration): void {
  const element = add(party, 'Amministrazione');
  add(element, 'DenominazioneAmministrazione', name);
  add(element, 'CodiceIPAAmministrazione', code);
  if (area !== undefined) add(element, 'CodiceIPAAOO', area);
  if (office !== undefined) add(element, 'CodiceIPAUO', office);
}

const personCode = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const companyCode = /^\d{11}$/;
/** As `c_l219`: a municipality may give this in place of its tax code. */
const ipaCode = /^(?=.*[a-z_])[a-z0-9_]{2,16}$/i;

function addCorrespondent(party: Element, { kind, name, taxCode = '' }: Correspondent): void {
  if (kind === 'person') {
    const element = add(party, 'PersonaFisica');
    // One line is all that is known of a name; read together, the two are that line.
    const [given = '', ...family] = name.trim().split(/\s+/);
    add(element, 'Nome', family.length > 0 ? given : '');
    add(element, 'Cognome', family.length > 0 ? family.join(' ') : given);
    if (personCode.test(taxCode)) add(element, 'CodiceFiscale', taxCode);
    return;
  }
  // The schema wants an administration's IPA code; whose is not known goes by name and tax code.
  if (kind !== 'organisation' && ipaCode.test(taxCode)) return addAdministration(party, { name, code: taxCode });
  const element = add(party, 'PersonaGiuridica');
  add(element, 'Denominazione', name);
  if (companyCode.test(taxCode)) add(element, 'PIVAoCF', taxCode);
}

function addFile(element: Element, { name, type, sha256 }: Segnatura['files'][number]): void {
  element.setAttributeNS(namespace, 'prot:nomeFile', printable(name));
  element.setAttributeNS(namespace, 'prot:mimeType', printable(type));
  const digest = add(element, 'Impronta', Buffer.from(sha256, 'hex').toString('base64'));
  digest.setAttributeNS(namespace, 'prot:algoritmo', 'SHA-256');
}

/** Without what XML 1.0 has no way to write, escaped or not. */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
