import type { FastifyBaseLogger } from 'fastify';
import { backOff } from '../mail/back-off.ts';
import { romeDate } from '../time/rome-date.ts';
import type { ProtocolTask } from '../requests/seams.ts';
import { send, type AdapterName, type Consignment, type Found, type Outcome, type RegisterAdapter } from './adapter.ts';
import { attempt } from './attempt.ts';
import type { DepartmentRegister } from './department-registers.ts';
import { checkOfficialNumber } from './official-number.ts';
import type { Claimed, ProtocolOutbox } from './protocol-outbox.ts';

export interface ProtocolWorkerOptions {
  readonly outbox: ProtocolOutbox;
  adapter(name: AdapterName): RegisterAdapter;
  registerOf(department: string): Promise<DepartmentRegister>;
  /** Undefined: the request is erased. */
  consign(task: ProtocolTask, register: DepartmentRegister): Promise<Consignment | undefined>;
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'info'>;
  readonly chance?: () => number;
}

/** How far a register's clock may be from ours, in milliseconds: around midnight that is another day, or year. */
const drift = 5 * 60_000;

/**
 * Brings registrations to official registers, each until it is known what became of it. Whoever has tried is asked
 * (`lookup`) before anything is tried again: a register that died after giving a number does not give a second one.
 */
export class ProtocolWorker {
  readonly #options: ProtocolWorkerOptions;
  #stopped = false;

  constructor(options: ProtocolWorkerOptions) {
    this.#options = options;
  }

  /** One task after the other until none is due. */
  async work(): Promise<void> {
    const { outbox } = this.#options;
    while (!this.#stopped) {
      const claimed = await outbox.claim();
      if (claimed) await this.#handle(claimed);
      // Of two that reach for the same task one gets nothing, though others are due.
      else if (!(await outbox.isDue())) return;
    }
  }

  /** Finishes the task in hand and takes no more. */
  stop(): void {
    this.#stopped = true;
  }

  async #handle(claimed: Claimed): Promise<void> {
    const { outbox, registerOf, adapter, consign } = this.#options;
    const { task } = claimed;
    const register = await registerOf(task.department);
    const found = await this.#reconcile(claimed, register);
    if (found.kind !== 'none') return this.#settle(claimed, found, claimed.adapter!, register);
    if (claimed.isAnnulled) return this.#leave(claimed);
    const consignment = await consign(task, register);
    if (!consignment) return void (await outbox.failed(claimed, 'document'));
    const chosen = adapter(register.adapter);
    if (sizeOf(consignment) > chosen.describe().capabilities.maxBytes)
      return void (await outbox.failed(claimed, 'size'));
    // Said before it is done: whoever dies in between leaves it to be asked about.
    if (!(await outbox.tries(claimed, register.adapter))) return;
    const outcome = await attempt(() => send(chosen, consignment));
    return this.#settle(claimed, outcome, register.adapter, register);
  }

  async #reconcile(claimed: Claimed, register: DepartmentRegister): Promise<Found> {
    if (claimed.adapter === undefined) return { kind: 'none' };
    const tried = this.#options.adapter(claimed.adapter);
    // Who cannot be asked takes the same message twice for one, by its Message-ID or its key.
    if (!tried.describe().capabilities.search) return { kind: 'none' };
    return attempt(() => tried.lookup(register, claimed.task.key));
  }

  /** Annulled before it was registered. Whoever was tried and cannot be asked may have it: people see to that. */
  async #leave(claimed: Claimed): Promise<void> {
    const { outbox, adapter } = this.#options;
    const mayHaveIt = claimed.adapter !== undefined && !adapter(claimed.adapter).describe().capabilities.search;
    if (mayHaveIt) await outbox.atOffice(claimed);
    else await outbox.unsent(claimed);
  }

  async #settle(claimed: Claimed, outcome: Outcome, via: AdapterName, register: DepartmentRegister): Promise<void> {
    const { outbox, now, chance = Math.random } = this.#options;
    switch (outcome.kind) {
      case 'internal':
        return void (await outbox.internal(claimed));
      case 'office':
        return void (await outbox.atOffice(claimed));
      case 'refused':
        return this.#fail(claimed, outcome.problem);
      case 'unknown':
        return void (await outbox.postponed(claimed, now() + backOff(claimed.attempts, chance()), outcome.problem));
      case 'number': {
        const { official, externalId } = outcome;
        const registerCode = via === register.adapter ? register.registerCode : undefined;
        const limits = { now: now() + drift, notBefore: romeDate(claimed.task.registration.at - drift), registerCode };
        const problem = checkOfficialNumber(official, limits);
        if (problem) return this.#fail(claimed, problem);
        const kept = await outbox.numbered(claimed, { official, externalId, via });
        if (kept === 'taken') return this.#fail(claimed, 'number-taken');
        if (kept === 'lost')
          this.#warn(claimed, 'late', 'A register answered when somebody else was at it, or it was erased');
      }
    }
  }

  /** A person has to look at it: trying again would not help. */
  async #fail(claimed: Claimed, problem: string): Promise<void> {
    await this.#options.outbox.failed(claimed, problem);
    this.#warn(claimed, problem, 'A document could not be registered');
  }

  #warn({ task, attempts }: Claimed, problem: string, said: string): void {
    this.#options.log.warn({ key: task.key, department: task.department, attempts, problem }, said);
  }
}

const sizeOf = ({ files }: Consignment): number => files.reduce((sum, { size }) => sum + size, 0);
