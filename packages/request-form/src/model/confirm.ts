/** Why a code was of no use; `message.…` are the service's own words for it. */
export type ConfirmFault = 'malformed' | 'offline' | 'many' | 'failed' | 'message.code-wrong' | 'message.code-expired';

/** The six digits of a code as people type or paste one, in groups or not; undefined when it is none. */
export const readConfirmCode = (typed: string): string | undefined => {
  const code = typed.replace(/[\s\p{Pd}]/gu, '');
  return /^\d{6}$/.test(code) ? code : undefined;
};

/** Seconds between one code and the next that may be asked for. */
export const pauseAfterCode = 60;

/** What a refusal of the service, or of the network, means to somebody who confirms an address. */
export const confirmFaultOf = (code: string): ConfirmFault => {
  if (code.startsWith('network.')) return 'offline';
  if (code === 'request.rate-limited') return 'many';
  return code === 'message.code-wrong' || code === 'message.code-expired' ? code : 'failed';
};

/** The key of its words. */
export const confirmWordsOf = (fault: ConfirmFault): string =>
  fault.startsWith('message.') ? `problem.${fault}` : `confirm.${fault}`;
