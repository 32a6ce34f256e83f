import { randomBytes } from 'node:crypto';
import { openDatabase } from '@cmto/server';
import { addressOf, onCluster } from './database.ts';

// The test runner's global set-up: the tables are made once, and each test gets a copy of them.
const template = `cmto_test_${randomBytes(6).toString('hex')}`;

export async function globalSetup(): Promise<void> {
  await onCluster(`create database ${template}`);
  const database = await openDatabase(addressOf(template));
  await database.close();
  process.env['CMTO_TEST_TEMPLATE'] = template;
}

export const globalTeardown = (): Promise<void> => onCluster(`drop database ${template} with (force)`);
