import type { Kysely } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { createTableFor, type CreateTable, type DatabaseKind } from './create-table.ts';
import { up as surveys } from './0001-surveys.ts';
import { up as register } from './0002-register.ts';
import { up as services } from './0003-services.ts';
import { up as protocol } from './0004-protocol.ts';
import { up as mail } from './0005-mail.ts';
import { up as signIns } from './0006-sign-ins.ts';
import { up as annulments } from './0007-annulments.ts';
import { up as pecReceipts } from './0008-pec-receipts.ts';
import { up as contributions } from './0009-contributions.ts';
import { up as contributionPositions } from './0010-contribution-positions.ts';
import { up as outputs } from './0011-outputs.ts';

type Up = (db: Kysely<any>, createTable: CreateTable) => Promise<void>;

const steps: Record<string, Up> = {
  '0001-surveys': surveys,
  '0002-register': register,
  '0003-services': services,
  '0004-protocol': protocol,
  '0005-mail': mail,
  '0006-sign-ins': signIns,
  '0007-annulments': annulments,
  '0008-pec-receipts': pecReceipts,
  '0009-contributions': contributions,
  '0010-contribution-positions': contributionPositions,
  '0011-outputs': outputs,
};

/** The one set of migrations, oldest first. They only go forward: a backup is the way back. */
export const migrationsFor = (kind: DatabaseKind): MigrationProvider => ({
  getMigrations: () =>
    Promise.resolve(
      Object.fromEntries(
        Object.entries(steps).map(([name, up]): [string, Migration] => [
          name,
          { up: (db) => up(db, createTableFor(db, kind)) },
        ]),
      ),
    ),
});
