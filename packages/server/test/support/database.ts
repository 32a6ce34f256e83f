import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '@cmto/server';
import pg from 'pg';

/** A test, or whatever else says when it is over. */
export interface Lifetime {
  after(clean: () => Promise<void>): void;
}

/** An empty place for a server: a folder, and a database of the kind under test with its tables made or still to make. */
export interface Place {
  readonly dataDir: string;
  /** What `openDatabase` takes. */
  readonly target: string;
  /** The settings that name this place. */
  readonly environment: Readonly<Record<string, string>>;
}

const { CMTO_TEST_DATABASE_URL: cluster, CMTO_TEST_TEMPLATE: template } = process.env;

/** `pnpm test:postgres` runs the same tests on a PostgreSQL; by themselves they run on the embedded database. */
export const kindUnderTest = cluster ? 'postgres' : 'sqlite';

let made = 0;

/** A place of its own for each test, its tables made, removed with it. */
export const aPlace = (test: Lifetime): Promise<Place> => makePlace(test, template);

/** The same without any tables yet. */
export const anEmptyPlace = (test: Lifetime): Promise<Place> => makePlace(test, 'template0');

async function makePlace(test: Lifetime, from: string | undefined): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cmto-test-'));
  test.after(async () => rmSync(dataDir, { recursive: true, force: true }));
  // What the machine names for itself is not for tests.
  const environment = { CMTO_DATA_DIR: dataDir, DATABASE_URL: '' };
  // The embedded database's tables are made by whoever opens it first.
  if (!cluster) return { dataDir, target: databaseFile(dataDir), environment };
  const name = `${template}_${process.pid}_${(made += 1)}`;
  await onCluster(`create database ${name} template ${from}`);
  test.after(() => onCluster(`drop database ${name} with (force)`));
  const target = addressOf(name);
  return { dataDir, target, environment: { ...environment, DATABASE_URL: target } };
}

/** The address of a database on the cluster under test. */
export function addressOf(name: string): string {
  const url = new URL(cluster!);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement, as the cluster's owner. */
export async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
