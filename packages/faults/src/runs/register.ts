import { judgeRegister, type Told } from '../ledger/judge-register.ts';
import { readRegister } from '../ledger/read-register.ts';
import { freshDatabase } from '../service/fresh-database.ts';
import { Registrar } from '../service/registrar.ts';
import type { Random } from '../random.ts';
import { fewOf, type Row, type RunOptions, whole } from './run.ts';
import { verifyRegister } from './verify-register.ts';

/** Asked of one process before an answer has come. */
const underWay = 12;
/** Clocks that disagree, and are set back: by as much, in milliseconds. */
const disorder = 2000;
const newYear = Date.parse('2026-12-31T23:00:00Z');

/**
 * Processes register while midnight of the new year passes, and are killed in the middle of it; each comes back and is
 * asked again for whatever it has not said the number of. Where servers can share a database there are two.
 */
export const register = async ({ random, amount, database: kind, settings }: RunOptions): Promise<Row> => {
  await using database = await freshDatabase(kind);
  const keys = Array.from({ length: amount }, () => random.uuid());
  const clock = random.fork('clock');
  const times = keys.map((_, at) => newYear + (at - amount / 2) * 10 + clock.between(-disorder, disorder));
  const told = new Map<string, Told>();
  const wrong: string[] = [];
  const count = kind === 'postgres' ? 2 : 1;
  const kills = await Promise.all(
    Array.from({ length: count }, (_, turn) => {
      const own = keys.flatMap((key, at) => (at % count === turn ? [{ key, at: times[at]! }] : []));
      return registerAll({
        settings: { ...database.settings, ...settings },
        entries: own,
        told,
        wrong,
        random: random.fork(turn),
      });
    }),
  );
  const rows = await readRegister(database.settings);
  wrong.push(...judgeRegister(keys, told, rows));
  const years = Map.groupBy(rows, ({ year }) => year);
  if (years.size !== 2) wrong.push(`the register has ${years.size} years, not two`);
  const verified = await verifyRegister(database.settings, amount);
  wrong.push(...verified.wrong);
  const killed = kills.reduce((sum, one) => sum + one, 0);
  if (killed === 0) wrong.push('no process was killed');
  return {
    name: `registrations across the new year, ${count > 1 ? 'two processes' : 'the process'} killed`,
    done: `${whole(rows.length)} rows (${[...years].map(([year, { length }]) => `1–${whole(length)} of ${year}`).join(', ')}), ${killed} kills, verified in ${verified.seconds} s`,
    wrong: fewOf(wrong),
    notes: verified.said,
  };
};

interface Work {
  readonly settings: Readonly<Record<string, string>>;
  readonly entries: readonly Asked[];
  readonly told: Map<string, Told>;
  readonly wrong: string[];
  readonly random: Random;
}

interface Asked {
  readonly key: string;
  /** Milliseconds. */
  readonly at: number;
}

/** Has one process after the other register all of it, each killed with a dozen under way; gives how many were. */
const registerAll = async ({ settings, entries, told, wrong, random }: Work): Promise<number> => {
  const registrar = new Registrar(settings, (key, said) => {
    const before = told.get(key);
    if (before && (before.year !== said.year || before.number !== said.number)) {
      wrong.push(`${key} was told ${before.year}/${before.number}, then ${said.year}/${said.number}`);
    }
    told.set(key, said);
  });
  for (let kills = 0; ; kills += 1) {
    const open = entries.filter(({ key }) => !told.has(key));
    if (open.length === 0) return kills;
    // Some that were told are asked for once more: their numbers may not change.
    const again = entries.filter(({ key }) => told.has(key)).slice(-5);
    await registrar.start();
    await hear(registrar, [...again, ...open], random.between(50, 400));
    await registrar.kill();
  }
};

/** Asks for one after the other until so many are answered, or all. */
const hear = (registrar: Registrar, list: readonly Asked[], enough: number): Promise<void> => {
  let [asked, heard] = [0, 0];
  const { promise, resolve } = Promise.withResolvers<void>();
  const askMore = (): void => {
    for (; asked < list.length && asked - heard < underWay; asked += 1)
      registrar.ask(list[asked]!.key, list[asked]!.at);
  };
  registrar.onHeard = () => {
    heard += 1;
    if (heard >= enough || heard === list.length) resolve();
    else askMore();
  };
  askMore();
  return Promise.race([promise, registrar.failed]);
};
