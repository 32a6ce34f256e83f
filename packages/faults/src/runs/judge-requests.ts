import { judgeRegister } from '../ledger/judge-register.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readRegister } from '../ledger/read-register.ts';
import { fewOf, whole } from './run.ts';
import { verifyRegister } from './verify-register.ts';

/** What a register holds of the requests that were sent, for a row of the table. */
export interface Registered {
  /** Goes on where the row's own figures end. */
  readonly done: string;
  readonly wrong: readonly string[];
  readonly notes: readonly string[];
}

/** Of what is not registered. */
export const nothingToJudge: Registered = { done: '', wrong: [], notes: [] };

/**
 * Holds the register against what was sent and what receipts said: each request once, numbers from 1 without a gap, the
 * hash of each file in `files`. Then the office's command verifies the chain. Every request in `ledger` is registered.
 */
export const judgeRequests = async (
  settings: Readonly<Record<string, string>>,
  ledger: Ledger,
  files?: ReadonlyMap<string, readonly string[]>,
): Promise<Registered> => {
  const rows = await readRegister(settings);
  const wrong = judgeRegister([...ledger.promised], ledger.numbers, rows, files);
  const verified = await verifyRegister(settings, ledger.promised.size);
  return {
    done: `, ${whole(rows.length)} registered, verified in ${verified.seconds} s`,
    wrong: [...fewOf(wrong), ...verified.wrong],
    notes: verified.said,
  };
};
