import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OfficialNumber } from '@cmto/contract';
import type { Kysely } from 'kysely';
import { FolderStore } from '../attachments/folder-store.ts';
import type { Schema } from '../database/schema.ts';
import type { Consignment } from '../protocol/adapter.ts';
import { pecMessage } from '../protocol/adapters/pec-message.ts';
import { consign } from '../protocol/consignment.ts';
import { readDepartmentRegister } from '../protocol/department-registers.ts';
import { findTask, nameOf, officialText } from '../protocol/number-desk.ts';
import { it } from '../protocol/locales/it.ts';
import { ProtocolError } from '../protocol/protocol-error.ts';
import { registeredFacts } from '../protocol/reading-copy.ts';
import { officialOf } from '../protocol/given-number.ts';
import { segnaturaOf } from '../protocol/segnatura-of.ts';
import { annulledBetween } from '../register/annulments.ts';
import type { ProtocolTask } from '../requests/seams.ts';
import { CommandError, type CommandContext } from './command.ts';

/** `protocol document DOCUMENT DIR`: what is typed into a register, and the files that go with it. */
export async function writeDocument(context: CommandContext, document: string, folder: string): Promise<void> {
  const { database, config, now, say } = context;
  const row = await findTask(database.db, document).catch((error: unknown) => {
    throw error instanceof ProtocolError ? new CommandError(error.message) : error;
  });
  const store = new FolderStore(join(config.dataDir, 'attachments'), now);
  const register = await readDepartmentRegister(database.db, row.department);
  const consignment =
    row.task === null ? undefined : await consign(database.db, store, JSON.parse(row.task) as ProtocolTask, register);
  if (!consignment) throw new CommandError(`${nameOf(row)} was erased. Nothing was written.`);
  // What people sent, for the owner's eyes only.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await writeFiles(consignment, folder);
  await writePrivate(join(folder, 'registrazione.txt'), `${pecMessage(consignment).text}\n`);
  const official = officialOf(row);
  const pdf = `documento-${row.year}-${row.number}.pdf`;
  await writePrivate(join(folder, pdf), await toPdf(database.db, consignment, official));
  const xml = official && segnaturaOf(consignment, official);
  if (xml) await writePrivate(join(folder, 'segnatura.xml'), xml);
  const annulment = await annulmentText(database.db, row.key);
  if (annulment) await writePrivate(join(folder, 'annullamento.txt'), annulment);
  const rest = [
    pdf,
    ...(annulment ? ['annullamento.txt'] : []),
    'registrazione.txt',
    ...(xml ? ['segnatura.xml, still to be sealed'] : []),
  ];
  say(`${nameOf(row)}: ${[...names, ...rest].join(', ')} written to ${folder}`);
  // Whoever is about to register it is to know.
  if (official) say(`It has its number: ${officialText(official)}`);
}

/** What was registered, for people to read and keep, with what has become of it since. */
async function toPdf(
  db: Kysely<Schema>,
  consignment: Consignment,
  official: OfficialNumber | undefined,
): Promise<Buffer> {
  const { year, number } = consignment.task.registration;
  const [annulled] = await annulledBetween(db, { year, first: Number(number), last: Number(number) });
  // Fonts and their shaper are loaded only for who asks for it.
  const { registeredPdf } = await import('../documents/pdf/registered-pdf.ts');
  return registeredPdf({ ...(await registeredFacts(db, consignment)), official, annulled });
}

/** What a person types to annul it. Undefined: nobody has to. */
async function annulmentText(db: Kysely<Schema>, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('protocol_annulments')
    .select(['act', 'reason', 'ordered_by'])
    .where('key', '=', key)
    .where('state', '!=', 'done')
    .executeTakeFirst();
  return row && `${it.act}: ${row.act}\n${it.reason}: ${row.reason}\n${it.operator}: ${row.ordered_by}\n`;
}

async function writeFiles({ files }: Consignment, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name, sha256, open } of files) {
    const file = `${sha256.slice(0, 8)}-${name.replace(/[^\p{L}\p{N}._ -]+/gu, '_').slice(-80)}`;
    await pipeline(open(), createWriteStream(join(folder, file), { mode: 0o600 }));
    names.push(file);
  }
  return names;
}

const writePrivate = (path: string, content: string | Buffer): Promise<void> =>
  writeFile(path, content, { mode: 0o600 });
