import { createHash } from 'node:crypto';
import { canonicalJson } from '@cmto/contract';
import type { RegisterEntryRow } from '../database/register-rows.ts';
import { byteOrderMark, csvLine } from '../exports/csv.ts';
import { romeClock } from '../time/rome-clock.ts';
import { numberText, parts, type Correspondent, type Part } from './entry.ts';
import type { WholeEntry } from './read-entries.ts';

/** What a day's register adds up to. */
export interface DaySum {
  readonly first: number | null;
  readonly last: number | null;
  readonly count: number;
  /** Hash of the register's last row at the end of the day. */
  readonly head: string;
}

/** The register of one day as a text for conservation, in pieces: the same rows give the same bytes. */
export interface DayFormat {
  begin(register: { readonly code: string; readonly day: string }): string;
  entry(entry: WholeEntry, at: number): string;
  end(sum: DaySum): string;
}

/** Italian, since these are an Italian office's records, whatever language a page is in. */
const title = 'Registro interno delle ricevute: provvisorio, non sostituisce il registro di protocollo';

/**
 * Every row as the text that its hash is of, with salts: whoever has the file can compute the chain anew without us.
 * What was erased is not in it.
 */
export const dayJson: DayFormat = {
  begin: (register) => `${canonicalJson({ ...register, title }).slice(0, -1)},"entries":[\n`,
  entry: ({ row, text, particulars }, at) => {
    const kept = parts.flatMap((part) => {
      const particular = particulars.get(part);
      return particular ? [{ part, salt: particular.salt, content: particular.content }] : [];
    });
    return `${at > 0 ? ',\n' : ''}{"hash":"${row.hash}","particulars":${canonicalJson(kept)},"row":${text}}`;
  },
  end: ({ first, last, count, head }) => `\n],${canonicalJson({ first, last, count, head }).slice(1)}\n`,
};

const columns = [
  'Registro',
  'Anno',
  'Numero',
  'Giorno',
  'Ora (Europe/Rome)',
  'Tipo',
  'Struttura',
  'Verso',
  'Mittente o destinatario',
  'Codice fiscale',
  'Oggetto',
  'Impronta SHA-256 del documento',
  'Allegati',
  'Impronte SHA-256 degli allegati',
  'Registrazione collegata',
  'Motivo',
  'Operatore',
  'Atto',
  'Origine dell’ora',
  'Impronta precedente',
  'Impronta della riga',
];

/** For people: the same rows in words. */
export const dayCsv: DayFormat = {
  begin: () => byteOrderMark + csvLine(columns),
  entry: (entry) => csvLine(cellsOf(entry)),
  end: () => '',
};

const kinds: Readonly<Record<string, string>> = {
  registration: 'registrazione',
  annulment: 'annullamento',
  erasure: 'cancellazione di dati personali',
};
const directions: Readonly<Record<string, string>> = { in: 'arrivo', out: 'partenza', internal: 'interno' };
const erased = '(cancellato)';

function cellsOf(entry: WholeEntry): string[] {
  const { row } = entry;
  const correspondent = contentOf<Correspondent>(entry, 'correspondent');
  const { reason = '', operator = '', act = '' } = row.act ? (JSON.parse(row.act) as Record<string, string>) : {};
  return [
    row.code,
    String(row.year),
    numberText(row.number),
    row.day,
    romeClock(row.at),
    kinds[row.kind]!,
    row.department,
    directions[row.direction]!,
    typeof correspondent === 'string' ? correspondent : correspondent.name,
    typeof correspondent === 'string' ? correspondent : (correspondent.taxCode ?? ''),
    contentOf<string>(entry, 'subject'),
    row.document ?? '',
    list(contentOf<string[]>(entry, 'files')),
    list(JSON.parse(row.attachments) as string[]),
    linked(row),
    reason,
    operator,
    act,
    row.source,
    row.prev,
    row.hash,
  ];
}

/** What a part says; that it was erased; or nothing, where the row has no such part. */
function contentOf<Content>({ row, particulars }: WholeEntry, part: Part): Content | string {
  if (row[part] === null) return '';
  const kept = particulars.get(part);
  return kept ? (JSON.parse(kept.content) as Content) : erased;
}

const list = (items: readonly string[] | string): string => (typeof items === 'string' ? items : items.join('\n'));

const linked = ({ linked_year: year, linked_number: number }: RegisterEntryRow): string =>
  year === null || number === null ? '' : `${year}/${numberText(number)}`;

/** Adds a day up, and its files' hashes, row by row. */
export class DaySummary {
  readonly #json = createHash('sha256');
  readonly #csv = createHash('sha256');
  #first: number | null = null;
  #last: number | null = null;
  #count = 0;
  #head: string;

  /** `head`: the hash of the last row before the day. */
  constructor(register: { readonly code: string; readonly day: string }, head: string) {
    this.#head = head;
    this.#json.update(dayJson.begin(register));
    this.#csv.update(dayCsv.begin(register));
  }

  add(entry: WholeEntry): void {
    this.#json.update(dayJson.entry(entry, this.#count));
    this.#csv.update(dayCsv.entry(entry, this.#count));
    this.#first ??= entry.row.number;
    this.#last = entry.row.number;
    this.#count += 1;
    this.#head = entry.row.hash;
  }

  /** The day's sum, and SHA-256 of its two files. Once only. */
  end(): DaySum & { readonly json_sha256: string; readonly csv_sha256: string } {
    const sum: DaySum = { first: this.#first, last: this.#last, count: this.#count, head: this.#head };
    return {
      ...sum,
      json_sha256: this.#json.update(dayJson.end(sum)).digest('hex'),
      csv_sha256: this.#csv.update(dayCsv.end(sum)).digest('hex'),
    };
  }
}
