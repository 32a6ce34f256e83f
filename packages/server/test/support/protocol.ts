import { createSecretKey, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { OfficialNumber } from '@cmto/contract';
import { openDatabase, type Database } from '@cmto/server';
import { aKey } from '@cmto/testing/builders';
import type { AdapterName, CopyFor, RegisterAdapter } from '../../src/protocol/adapter.ts';
import { readNetworks } from '../../src/protocol/addresses.ts';
import { embeddedAdapter } from '../../src/protocol/adapters/embedded.ts';
import { manualAdapter } from '../../src/protocol/adapters/manual.ts';
import { webhookAdapter } from '../../src/protocol/adapters/webhook.ts';
import { webhookKey } from '../../src/protocol/adapters/webhook-signature.ts';
import { AnnulmentQueue } from '../../src/protocol/annulment-queue.ts';
import { AnnulmentWorker } from '../../src/protocol/annulment-worker.ts';
import { consign } from '../../src/protocol/consignment.ts';
import {
  readDepartmentRegister,
  writeDepartmentRegister,
  type DepartmentRegister,
} from '../../src/protocol/department-registers.ts';
import { ProtocolOutbox } from '../../src/protocol/protocol-outbox.ts';
import { ProtocolWorker } from '../../src/protocol/protocol-worker.ts';
import { seal } from '../../src/documents/request-document.ts';
import type { ProtocolTask } from '../../src/requests/seams.ts';
import { aDocument } from './receipts.ts';
import { aPlace, type Lifetime, type Place } from './database.ts';
import type { OfficialRegister } from './official-register.ts';
import { noon } from './test-server.ts';

export const secret = createSecretKey(Buffer.alloc(32, 7));
export const department = 'sviluppo-economico';
/** What the register has the hash of. */
export const { content } = seal(aDocument('Anna Rossi'));
const file = Buffer.from('%PDF-1.7 relazione');

/** A request of Anna Rossi's with one file, registered at noon as CMTO-RI-2026/0000123. */
export function aTask(parts: Partial<ProtocolTask> = {}): ProtocolTask {
  const key = parts.key ?? aKey();
  return {
    key,
    request: key,
    department,
    direction: 'in',
    registration: { code: 'CMTO-RI', year: 2026, number: '0000123', at: noon, hash: 'a'.repeat(64) },
    correspondent: { kind: 'person', name: 'Anna Rossi', taxCode: 'RSSNNA80A41L219M' },
    subject: 'Richiesta di assistenza tecnica',
    document: hash('sha256', content),
    attachments: [{ name: 'relazione.pdf', type: 'application/pdf', size: file.length, sha256: hash('sha256', file) }],
    ...parts,
  };
}

/** An outbox on a database of its own, at a time that stands still until the test moves it. */
export class ProtocolRoom {
  readonly #test: Lifetime;
  readonly place: Place;
  readonly database: Database;
  readonly outbox: ProtocolOutbox;
  readonly annulments: AnnulmentQueue;
  /** What requests and messages were told, in order. */
  readonly told: (OfficialNumber & { readonly request: string })[] = [];
  readonly logged: object[] = [];
  now = noon;

  private constructor(test: Lifetime, place: Place, database: Database) {
    this.#test = test;
    this.place = place;
    this.database = database;
    this.outbox = this.outboxOn(database);
    this.annulments = new AnnulmentQueue(database.db, () => this.now);
  }

  static async open(test: Lifetime): Promise<ProtocolRoom> {
    const cleaning: (() => Promise<void>)[] = [];
    const place = await aPlace({ after: (clean) => cleaning.push(clean) });
    const database = await openDatabase(place.target);
    test.after(async () => {
      await database.close();
      for (const clean of cleaning.reverse()) await clean();
    });
    return new ProtocolRoom(test, place, database);
  }

  /** Another process's way to the same database. */
  async another(): Promise<Database> {
    const database = await openDatabase(this.place.target);
    this.#test.after(() => database.close());
    return database;
  }

  outboxOn({ db }: Database): ProtocolOutbox {
    return new ProtocolOutbox(
      db,
      () => this.now,
      async (_transaction, { key }, official) => void this.told.push({ request: key, ...official }),
    );
  }

  /** Stores a task and the document that it names. */
  async enqueue(parts: Partial<ProtocolTask> = {}): Promise<ProtocolTask> {
    const task = aTask(parts);
    await this.database.db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('request_documents')
        .values({ key: task.key, sha256: task.document, content })
        .execute();
      await this.outbox.enqueue(transaction, task);
    });
    return task;
  }

  async use(register: Partial<DepartmentRegister>): Promise<void> {
    await writeDepartmentRegister(this.database.db, { department, adapter: 'manual', ...register });
  }

  /** Sends the department's documents to a register over HTTP. */
  async useWebhook(office: OfficialRegister, register: Partial<DepartmentRegister> = {}): Promise<void> {
    office.knows(webhookKey(secret, department, office.url));
    office.now = () => this.now;
    await this.use({ adapter: 'webhook', target: office.url, ...register });
  }

  worker(
    parts: {
      outbox?: ProtocolOutbox;
      database?: Database;
      pec?: RegisterAdapter;
      patience?: number;
      copyFor?: CopyFor;
    } = {},
  ): ProtocolWorker {
    const { db } = parts.database ?? this.database;
    const files = { read: () => Readable.from([file.subarray(0, 5), file.subarray(5)]) } as never;
    return new ProtocolWorker({
      ...this.#ways(parts),
      outbox: parts.outbox ?? this.outbox,
      consign: (task, register) => consign(db, files, task, register),
    });
  }

  #ways(parts: { database?: Database; pec?: RegisterAdapter; patience?: number; copyFor?: CopyFor } = {}) {
    const { db } = parts.database ?? this.database;
    const none = { embedded: embeddedAdapter(db), manual: manualAdapter() };
    const webhook = webhookAdapter({
      secret,
      named: readNetworks('127.0.0.1/32'),
      now: () => this.now,
      patience: parts.patience ?? 5000,
      copyFor: parts.copyFor,
    });
    const adapters: Partial<Record<AdapterName, RegisterAdapter>> = {
      ...none,
      webhook,
      ...(parts.pec ? { pec: parts.pec } : {}),
    };
    return {
      adapter: (name: AdapterName) => adapters[name]!,
      registerOf: (id: string) => readDepartmentRegister(db, id),
      now: () => this.now,
      log: { warn: (said: object) => void this.logged.push(said), info: () => undefined } as never,
      chance: () => 0.5,
    };
  }

  /** Tells official registers of annulments. */
  annulmentWorker(queue = this.annulments): AnnulmentWorker {
    return new AnnulmentWorker({ ...this.#ways(), queue });
  }

  /** Annuls a registration as the procedure does, in its transaction. */
  async annul(key: string): Promise<void> {
    const act = { reason: 'Doppia', act: 'det. 3/2026', operator: 'm.bianchi' };
    await this.database.db.transaction().execute((transaction) => this.annulments.order(transaction, key, act));
  }

  annulment(key: string) {
    return this.database.db
      .selectFrom('protocol_annulments')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
  }

  async row(key: string) {
    return this.database.db.selectFrom('protocol_tasks').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  }

  /** Works, moves the clock to when the task is due again, and works again, until it no longer waits. */
  async workUntilSettled(key: string, worker = this.worker(), atMost = 100): Promise<void> {
    for (let round = 0; round < atMost; round += 1) {
      await worker.work();
      const row = await this.row(key);
      if (row.state !== 'waiting') return;
      this.now = row.due_at;
    }
    throw new Error('The task still waits');
  }
}
