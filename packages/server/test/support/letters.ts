import { openDatabase, type Database } from '@cmto/server';
import type { LetterOrder } from '../../src/mail/letter-order.ts';
import { MailQueue } from '../../src/mail/mail-queue.ts';
import { openMailServer, type MailServer } from '../../src/mail/mail-server.ts';
import { MailWorker, type Correspondence } from '../../src/mail/mail-worker.ts';
import { aPlace, type Lifetime, type Place } from './database.ts';
import { someFacts } from './request-facts.ts';
import { SmtpOffice } from './smtp-office.ts';
import { noon } from './test-server.ts';

/** A queue on a database of its own, with a mail server, at a time that stands still until the test moves it. */
export class LetterRoom {
  readonly #test: Lifetime;
  readonly place: Place;
  readonly office: SmtpOffice;
  readonly database: Database;
  readonly queue: MailQueue;
  /** Addresses by request. */
  readonly addresses = new Map([['request', 'ada@example.it']]);
  readonly logged: object[] = [];
  now = noon;

  private constructor(test: Lifetime, place: Place, office: SmtpOffice, database: Database) {
    this.#test = test;
    this.place = place;
    this.office = office;
    this.database = database;
    this.queue = new MailQueue(database.db, () => this.now);
  }

  static async open(test: Lifetime): Promise<LetterRoom> {
    const cleaning: (() => Promise<void>)[] = [];
    const place = await aPlace({ after: (clean) => cleaning.push(clean) });
    const office = await SmtpOffice.open(test);
    const database = await openDatabase(place.target);
    test.after(async () => {
      await database.close();
      for (const clean of cleaning.reverse()) await clean();
    });
    return new LetterRoom(test, place, office, database);
  }

  /** Another process's way to the same database. */
  async another(): Promise<Database> {
    const database = await openDatabase(this.place.target);
    this.#test.after(() => database.close());
    return database;
  }

  async order(order: Partial<LetterOrder> = {}): Promise<void> {
    await this.database.db.transaction().execute((transaction) =>
      this.queue.enqueue(transaction, {
        key: 'request',
        template: 'message',
        language: 'it',
        data: {},
        ...order,
      } as LetterOrder),
    );
  }

  worker(parts: { queue?: MailQueue; server?: MailServer } = {}): MailWorker {
    const server =
      parts.server ?? openMailServer({ url: this.office.url, from: 'Città metropolitana <kit@example.org>' });
    this.#test.after(async () => server.close());
    return new MailWorker({
      queue: parts.queue ?? this.queue,
      server,
      lookUp: (key) => Promise.resolve(this.#lookUp(key)),
      now: () => this.now,
      log: { warn: (said: object) => void this.logged.push(said) } as never,
      chance: () => 0.5,
    });
  }

  rows() {
    return this.database.db.selectFrom('mail_queue').selectAll().orderBy('id').execute();
  }

  #lookUp(key: string): Correspondence | undefined {
    if (key === 'erased') return undefined;
    return { facts: someFacts(), address: this.addresses.get(key) };
  }
}
