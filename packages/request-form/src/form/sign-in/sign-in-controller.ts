import { proveSignIn, startSignIn } from '@cmto/core/api/sign-in';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { toKitError } from '@cmto/core/kit-error';
import type { Journey } from '@cmto/core/platform/journey';
import { cameBackWith, faultOf, type SignInFault } from '../../model/sign-in.ts';

/**
 * Who signs in for one request, there and back: the page's secret lies in the draft while the person is away, and the
 * proof takes its place ("Signing in" in `docs/requests.md`).
 */
export class SignInController {
  readonly #finish: Finish;
  /** Why nobody has signed in, once the person has tried. */
  fault: SignInFault | undefined;
  /** `unproven`: back with a code that could not be shown to the service yet. */
  step: 'idle' | 'leaving' | 'proving' | 'unproven' = 'idle';
  readonly #changed: (brings: boolean) => void;

  /** `changed`: there is something new to show, and whether the person is to be brought to it. */
  constructor(finish: Finish, changed: (brings: boolean) => void) {
    this.#finish = finish;
    this.#changed = changed;
  }

  /** Who has signed in; undefined where nobody has, or it is over by the server's clock. */
  get name(): string | undefined {
    const { signIn } = this.#finish.drafts.entry ?? {};
    if (!signIn || !('proof' in signIn)) return undefined;
    return Date.parse(signIn.expiresAt) > this.#finish.survey.now() ? signIn.name : undefined;
  }

  /** Whether what is written outlives the way to the provider and back. */
  get isKept(): boolean {
    return this.#finish.drafts.store?.durable ?? false;
  }

  /** Puts the draft on the device and goes to where people sign in. Never rejects. */
  async start(): Promise<void> {
    if (this.step !== 'idle') return;
    const { drafts, survey } = this.#finish;
    this.#enter('leaving');
    try {
      const journey = await this.#journey();
      const page = journey?.address();
      if (!journey || !page) return this.#fail('not-here');
      const { verifier, challenge } = await journey.secret();
      const start = { service: survey.survey!.slug, page, challenge };
      const url = await startSignIn(await this.#finish.client(), start);
      await drafts.files.settled();
      drafts.changed({ signIn: { verifier } });
      await drafts.flush();
      if (drafts.saveState?.status !== 'saved') return this.#fail('not-kept');
      this.#onReturn(() => this.step === 'leaving' && this.#enter('idle'));
      journey.leave(url);
    } catch (error) {
      this.#fail(faultOf(toKitError(error).code));
    }
  }

  /** Takes up what the person has come back with. Never rejects. */
  async comeBack(): Promise<void> {
    const journey = await this.#journey().catch(() => undefined);
    const back = journey && cameBackWith(journey.fragment());
    if (!back) return;
    const { signIn } = this.#finish.drafts.entry ?? {};
    const verifier = signIn && 'verifier' in signIn ? signIn.verifier : undefined;
    // Two forms on one page: it is for the one that has sent the person away.
    if (!verifier && (await this.#isForAnother())) return;
    if ('fault' in back || !verifier) {
      journey.dropFragment();
      return this.#fail('fault' in back ? back.fault : 'over');
    }
    await this.#prove(journey, back.code, verifier);
  }

  /** Forgets who has signed in, on this device, too. */
  async leave(): Promise<void> {
    const { drafts } = this.#finish;
    this.fault = undefined;
    drafts.changed({ signIn: undefined });
    await drafts.flush();
    this.#finish.survey.announce(this.#finish.survey.language.t('sign-in.left'));
    this.#changed(true);
  }

  /** Whether somebody has signed in; tells the person if not. */
  require(fault: SignInFault = 'required'): boolean {
    if (this.name) return true;
    const { signIn } = this.#finish.drafts.entry ?? {};
    this.#fail(fault === 'required' && signIn && 'proof' in signIn ? 'expired' : fault);
    return false;
  }

  async #prove(journey: Journey, code: string, verifier: string): Promise<void> {
    const { drafts } = this.#finish;
    this.#enter('proving');
    try {
      const proven = await proveSignIn(await this.#finish.client(), { code, verifier });
      const { proof, expiresAt } = proven;
      const name = `${proven.givenName} ${proven.familyName}`;
      drafts.changed({ signIn: { proof, name, expiresAt } });
      // Until it is on the device, loading the page again asks for it once more.
      await drafts.flush();
      journey.dropFragment();
      this.fault = undefined;
      this.step = 'idle';
      this.#changed(true);
    } catch (error) {
      const fault = faultOf(toKitError(error).code);
      if (fault === 'over') {
        journey.dropFragment();
        drafts.changed({ signIn: undefined });
        return this.#fail(fault);
      }
      this.#fail(fault === 'offline' ? 'unproven' : fault);
      this.step = 'unproven';
      this.#onReturn(() => this.retry());
    }
  }

  /** Shows the code to the service once more. */
  readonly retry = (): void => {
    if (this.step !== 'unproven') return;
    this.step = 'idle';
    void this.comeBack();
  };

  /** Runs once when the network, or the page out of the browser's memory, is back. */
  #onReturn(callback: () => void): void {
    const { survey } = this.#finish;
    void survey.services!.delivery().then(({ device }) => {
      const stop = device.onReachable(() => {
        stop();
        if (survey.host.isConnected && survey.finish === this.#finish) callback();
      });
    });
  }

  async #isForAnother(): Promise<boolean> {
    const { entry, store } = this.#finish.drafts;
    const all = (await store?.all().catch(() => undefined)) ?? [];
    return all.some(({ lookup, signIn }) => lookup !== entry?.lookup && signIn && 'verifier' in signIn);
  }

  async #journey(): Promise<Journey | undefined> {
    return (await this.#finish.survey.services!.delivery()).device.journey?.();
  }

  #enter(step: SignInController['step']): void {
    this.step = step;
    if (step === 'leaving') this.fault = undefined;
    this.#changed(false);
  }

  #fail(fault: SignInFault): void {
    this.step = 'idle';
    this.fault = fault;
    // Read out where the person is brought to, and only there.
    this.#finish.survey.announce('');
    this.#changed(true);
  }
}
