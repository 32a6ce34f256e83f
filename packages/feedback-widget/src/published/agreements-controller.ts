import { postEndorsement } from '@cmto/core/api/contributions';
import type { PageServices } from '@cmto/core/context/page-services';
import { toKitError } from '@cmto/core/kit-error';
import {
  type Agreement,
  type AgreementStore,
  createAgreementStore,
  createMemoryAgreements,
} from '@cmto/core/storage/agreement-store';
import { type AgreementPhase, mayAgree, phaseAfter } from './model/agreement-phase.ts';

/** Milliseconds before an agreement that could not be sent is tried again: at first, then twice as many, at most. */
const firstRetry = 5000;
const longestRetry = 300_000;

/** What the controller tells whoever shows contributions. */
export interface AgreementsHost {
  readonly isConnected: boolean;
  readonly sharedDevice: boolean;
  /** What became of one; `agreements`: how many agree by now, where the service has said so. */
  agreementChanged(contribution: string, phase: AgreementPhase, agreements?: number): void;
}

/** "I agree", once for each contribution: kept on the device, and sent when the network is there. */
export class AgreementsController {
  readonly #host: AgreementsHost;
  #services: PageServices | undefined;
  #api = '';
  #store: AgreementStore = createMemoryAgreements();
  readonly #phases = new Map<string, AgreementPhase>();
  #stopReachable: (() => void) | undefined;
  #stopRetry: (() => void) | undefined;
  #failures = 0;
  /** Whether what is kept outlives the page. */
  isDurable = false;

  constructor(host: AgreementsHost) {
    this.#host = host;
  }

  /** Finds what this device agrees with already, and sends what has waited. Never rejects. */
  async start(services: PageServices, api: string): Promise<void> {
    this.leave();
    this.#services = services;
    this.#api = api;
    const kept = await this.#open();
    if (this.#services !== services || this.#api !== api) return;
    for (const { contribution, isCounted } of kept) this.#phases.set(contribution, isCounted ? 'counted' : 'waiting');
    for (const { contribution } of kept) this.#tell(contribution);
    try {
      const { device } = await services.delivery();
      if (this.#services !== services || !this.#host.isConnected) return;
      this.#stopReachable = device.onReachable(() => void this.#sendWaiting());
    } catch {
      // Without that code the next visit sends it.
    }
    if (kept.some(({ isCounted }) => !isCounted)) await this.#sendWaiting();
  }

  leave(): void {
    this.#stopReachable?.();
    this.#stopReachable = undefined;
    this.#stopRetry?.();
    this.#services = undefined;
  }

  phaseOf(contribution: string): AgreementPhase {
    return this.#phases.get(contribution) ?? 'none';
  }

  /** Whether this device keeps any. */
  get isKept(): boolean {
    return [...this.#phases.values()].some(
      (phase) => phase === 'counted' || phase === 'waiting' || phase === 'sending',
    );
  }

  /** Agrees, unless that has been done. Never rejects. */
  async agree(contribution: string): Promise<void> {
    const services = this.#services;
    if (!services || !mayAgree(this.phaseOf(contribution))) return;
    this.#enter(contribution, 'sending');
    const { platform } = services;
    const minted: Agreement = {
      api: this.#api,
      contribution,
      device: platform.uuid(),
      key: platform.uuid(),
      isCounted: false,
    };
    const agreement = await this.#keep(minted);
    // Another tab was first, and the service knows.
    if (agreement.isCounted) this.#enter(contribution, 'counted');
    else await this.#send(services, agreement);
  }

  /** Forgets what this device agrees with; what the service has counted stays counted. */
  async forgetAll(): Promise<void> {
    await this.#store.forgetAll().catch(() => undefined);
    for (const contribution of this.#phases.keys()) this.#enter(contribution, 'none');
  }

  async #open(): Promise<Agreement[]> {
    this.#phases.clear();
    this.isDurable = false;
    this.#store = createMemoryAgreements();
    if (this.#host.sharedDevice) return [];
    const device = createAgreementStore();
    try {
      const all = await device.all();
      this.#store = device;
      this.isDurable = true;
      return all.filter(({ api }) => api === this.#api);
    } catch {
      return [];
    }
  }

  /** Where the device keeps nothing, the page does. */
  async #keep(agreement: Agreement): Promise<Agreement> {
    try {
      return await this.#store.keep(agreement);
    } catch {
      this.isDurable = false;
      this.#store = createMemoryAgreements();
      return this.#store.keep(agreement);
    }
  }

  async #send(services: PageServices, agreement: Agreement): Promise<void> {
    const { contribution } = agreement;
    try {
      const { client } = await services.delivery();
      const agreements = await postEndorsement(client(agreement.api), contribution, agreement);
      await this.#keep({ ...agreement, isCounted: true });
      this.#failures = 0;
      this.#enter(contribution, 'counted', agreements);
    } catch (error) {
      const phase = phaseAfter(toKitError(error).code);
      if (phase === 'counted') await this.#keep({ ...agreement, isCounted: true });
      else if (phase !== 'waiting') await this.#store.forget(agreement).catch(() => undefined);
      this.#enter(contribution, phase);
      if (phase === 'waiting') this.#retryLater();
    }
  }

  async #sendWaiting(): Promise<void> {
    const services = this.#services;
    if (!services) return;
    this.#stopRetry?.();
    const kept = await this.#store.all().catch(() => []);
    for (const agreement of kept) {
      const { api, contribution, isCounted } = agreement;
      if (this.#services !== services) return;
      if (api !== this.#api || isCounted || this.phaseOf(contribution) === 'sending') continue;
      this.#enter(contribution, 'sending');
      // One by one: the first that finds no network is the last.
      await this.#send(services, agreement);
      if (this.phaseOf(contribution) === 'waiting') return;
    }
  }

  #retryLater(): void {
    this.#stopRetry?.();
    const wait = Math.min(firstRetry * 2 ** this.#failures, longestRetry);
    this.#failures += 1;
    this.#stopRetry = this.#services?.platform.setTimer(() => void this.#sendWaiting(), wait);
  }

  #enter(contribution: string, phase: AgreementPhase, agreements?: number): void {
    this.#phases.set(contribution, phase);
    this.#tell(contribution, agreements);
  }

  #tell(contribution: string, agreements?: number): void {
    this.#host.agreementChanged(contribution, this.phaseOf(contribution), agreements);
  }
}
