import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Schema } from '../database/schema.ts';
import type { ProtocolTask } from '../requests/seams.ts';
import type { ConsignedFile, Consignment } from './adapter.ts';
import type { DepartmentRegister } from './department-registers.ts';
import { officialOf } from './given-number.ts';

/** Puts together what a register gets of a task; undefined: the document is gone, since the request was erased. */
export async function consign(
  db: Kysely<Schema>,
  files: AttachmentStore,
  task: ProtocolTask,
  register: DepartmentRegister,
): Promise<Consignment | undefined> {
  const document = await documentOf(db, task);
  if (!document) return undefined;
  const attachments = task.attachments.map(({ name, type, size, sha256 }): ConsignedFile => {
    const open = (): Readable => files.read({ key: task.key, sha256 });
    return { name, type, size, sha256, open };
  });
  return { task, register, files: [document, ...attachments], linkedTo: await firstNumber(db, task) };
}

async function documentOf(db: Kysely<Schema>, task: ProtocolTask): Promise<ConsignedFile | undefined> {
  const row = await db
    .selectFrom('request_documents')
    .select('content')
    .where('key', '=', task.key)
    .where('sha256', '=', task.document)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = Buffer.from(row.content);
  const { year, number } = task.registration;
  return {
    name: `documento-${year}-${number}.json`,
    type: 'application/json',
    size: bytes.length,
    sha256: task.document,
    open: () => Readable.from([bytes]),
  };
}

async function firstNumber(db: Kysely<Schema>, { key, request }: ProtocolTask): Promise<Consignment['linkedTo']> {
  if (key === request) return undefined;
  return officialOf(await db.selectFrom('protocol_tasks').selectAll().where('key', '=', request).executeTakeFirst());
}
