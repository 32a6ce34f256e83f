import type { Random } from '../random.ts';
import { type Ending, OwnPostgres } from '../service/own-postgres.ts';
import { attack } from './attack.ts';
import type { Row, RunOptions } from './run.ts';
import type { Stage } from './stage.ts';

type Blow = Ending | 'part';

/** In turn. `part`: one of its processes alone, after which it begins anew by itself. */
const blows: readonly Blow[] = ['SIGKILL', 'part', 'SIGQUIT', 'SIGINT'];

/** Resolves when somebody else has sent an answer and was told to come again. */
const refusal = async ({ ledger }: Stage): Promise<void> => {
  const before = ledger.comeAgain;
  while (ledger.comeAgain === before) await new Promise((resolve) => setTimeout(resolve, 5));
};

/**
 * PostgreSQL itself is killed while people send, and comes back with what it had. `sabotage` is given its address before
 * anybody sends: the tests of this run make it unsafe.
 */
export const databaseKills = async (options: RunOptions, sabotage?: (url: string) => Promise<void>): Promise<Row> => {
  await using postgres = await OwnPostgres.open();
  let struck = 0;
  const strike = async (stage: Stage, random: Random): Promise<void> => {
    const blow = blows[struck++ % blows.length]!;
    if (blow === 'part') return postgres.losePart(random);
    await postgres.end(blow);
    await refusal(stage);
    await postgres.start();
  };
  return await attack(
    {
      name: 'PostgreSQL itself killed under load',
      servers: 2,
      postgres,
      prepare: async () => sabotage?.(postgres.url),
      strike,
    },
    options,
  );
};
