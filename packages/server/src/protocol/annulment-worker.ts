import type { OfficialNumber } from '@cmto/contract';
import { backOff } from '../mail/back-off.ts';
import { adapterNames, type AdapterName, type AnnulmentOutcome, type Found } from './adapter.ts';
import type { AnnulmentQueue, ClaimedAnnulment } from './annulment-queue.ts';
import { attempt } from './attempt.ts';
import { officialOf } from './given-number.ts';
import type { ProtocolWorkerOptions } from './protocol-worker.ts';

export type AnnulmentWorkerOptions = Pick<
  ProtocolWorkerOptions,
  'adapter' | 'registerOf' | 'now' | 'log' | 'chance'
> & {
  readonly queue: AnnulmentQueue;
};

/**
 * Tells official registers what was annulled. Whoever was told before and has not said yes is asked (`lookup`) before it
 * is told again. What no adapter can do, or a register refuses, people do.
 */
export class AnnulmentWorker {
  readonly #options: AnnulmentWorkerOptions;
  #stopped = false;

  constructor(options: AnnulmentWorkerOptions) {
    this.#options = options;
  }

  /** One after the other until none is due. */
  async work(): Promise<void> {
    const { queue } = this.#options;
    while (!this.#stopped) {
      const claimed = await queue.claim();
      if (claimed) await this.#handle(claimed);
      else if (!(await queue.isDue())) return;
    }
  }

  /** Finishes the one in hand and takes no more. */
  stop(): void {
    this.#stopped = true;
  }

  async #handle(claimed: ClaimedAnnulment): Promise<void> {
    const { queue, registerOf, adapter } = this.#options;
    const { row, task } = claimed;
    const official = officialOf(task);
    const register = await registerOf(row.department);
    const name = adapterNames.find((one) => one === task.via);
    // A number that people typed, or of a register that the department has left, is for people.
    if (!official || name === undefined || register.adapter !== name) return void (await queue.atOffice(claimed));
    const giver = adapter(name);
    if (!giver.describe().capabilities.annul) return void (await queue.atOffice(claimed));
    if (claimed.adapter !== undefined) {
      const found = await attempt(() => giver.lookup(register, row.key));
      const known = fromLookup(found, official);
      if (known) return this.#settle(claimed, name, known);
    }
    // Said before it is done: whoever dies in between leaves it to be asked about.
    if (!(await queue.tries(claimed, name))) return;
    const { reason, act, ordered_by: operator } = row;
    const outcome = await attempt(() => giver.annul(register, row.key, { official, reason, act, operator }));
    return this.#settle(claimed, name, outcome);
  }

  async #settle(claimed: ClaimedAnnulment, via: AdapterName, outcome: AnnulmentOutcome): Promise<void> {
    const { queue, now, log, chance = Math.random } = this.#options;
    const { key, department, attempts } = claimed.row;
    switch (outcome.kind) {
      case 'annulled':
        return void (await queue.done(claimed, via));
      case 'unknown':
        return void (await queue.postponed(claimed, now() + backOff(attempts, chance()), outcome.problem));
      case 'office':
        await queue.atOffice(claimed, outcome.problem);
        log.warn({ key, department, problem: outcome.problem }, 'An annulment is left to the protocol office');
    }
  }
}

/** What a register's answer to `lookup` says of the annulment; undefined: it is still to be told. */
function fromLookup(found: Found, { register, number }: OfficialNumber): AnnulmentOutcome | undefined {
  if (found.kind === 'unknown') return found;
  if (found.kind === 'none') return { kind: 'office', problem: 'not-found' };
  if (found.official.register !== register || found.official.number !== number)
    return { kind: 'office', problem: 'other-number' };
  return found.annulled === true ? { kind: 'annulled' } : undefined;
}
