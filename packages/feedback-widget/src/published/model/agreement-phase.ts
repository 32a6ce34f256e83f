import { isRetried } from '@cmto/core/outbox/delivery-rules';

/**
 * What became of "I agree" with one contribution. `waiting`: it is kept and goes out with the network; `gone`: it is not
 * published any more; `failed`: the service has refused it, and the person may press again.
 */
export type AgreementPhase = 'none' | 'sending' | 'waiting' | 'counted' | 'gone' | 'failed';

/** What a refusal of the service, or of the network, means to somebody who agrees. */
export const phaseAfter = (code: string): AgreementPhase => {
  if (code === 'contribution.already-endorsed') return 'counted';
  if (code === 'contribution.not-found') return 'gone';
  return isRetried(code) ? 'waiting' : 'failed';
};

/** Whether another press would change anything. */
export const mayAgree = (phase: AgreementPhase): boolean => phase === 'none' || phase === 'failed';
