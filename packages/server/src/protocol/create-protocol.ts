import type { KeyObject } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import type { AdapterName, CopyFor, RegisterAdapter } from './adapter.ts';
import { embeddedAdapter } from './adapters/embedded.ts';
import { manualAdapter } from './adapters/manual.ts';
import { pecAdapter } from './adapters/pec.ts';
import { webhookAdapter } from './adapters/webhook.ts';
import { AnnulmentQueue } from './annulment-queue.ts';
import { AnnulmentWorker } from './annulment-worker.ts';
import { consign } from './consignment.ts';
import { readDepartmentRegister } from './department-registers.ts';
import type { ProtocolOutbox } from './protocol-outbox.ts';
import { ProtocolWorker } from './protocol-worker.ts';

export interface ProtocolOptions {
  readonly config: Config;
  readonly db: Kysely<Schema>;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly copyFor?: CopyFor | undefined;
}

/** The ways to official registers, by name. */
export function createAdapters({
  config,
  db,
  secret,
  now,
  copyFor,
}: ProtocolOptions): Readonly<Record<AdapterName, RegisterAdapter>> {
  return {
    embedded: embeddedAdapter(db),
    manual: manualAdapter(),
    pec: pecAdapter({ url: config.pecUrl, from: config.pecFrom, copyFor }),
    webhook: webhookAdapter({ secret, named: config.privateTargets, now, copyFor }),
  };
}

/** Brings registrations, then annulments, to official registers. */
export type ProtocolWork = Pick<ProtocolWorker, 'work' | 'stop'>;

/** What brings them there, put together. */
export function createProtocolWorker(
  options: ProtocolOptions & {
    readonly outbox: ProtocolOutbox;
    readonly files: AttachmentStore;
    readonly log: FastifyBaseLogger;
  },
): ProtocolWork {
  const { db, outbox, files, now, log } = options;
  const adapters = createAdapters(options);
  const shared = {
    adapter: (name: AdapterName) => adapters[name],
    registerOf: (department: string) => readDepartmentRegister(db, department),
    now,
    log,
  };
  const registrations = new ProtocolWorker({
    ...shared,
    outbox,
    consign: (task, register) => consign(db, files, task, register),
  });
  const annulments = new AnnulmentWorker({ ...shared, queue: new AnnulmentQueue(db, now) });
  return {
    work: async () => {
      await registrations.work();
      await annulments.work();
    },
    stop: () => {
      registrations.stop();
      annulments.stop();
    },
  };
}
