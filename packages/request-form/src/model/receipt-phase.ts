import type { ReceiptStatus } from '@cmto/contract';

/** Why what was given has opened nothing; `pair`: number and code do not belong together, or neither to anything. */
export type CodeFault = 'empty' | 'malformed' | 'unknown' | 'pair';

/** Where a tag that opens a receipt is. */
export type ReceiptPhase =
  | { readonly name: 'asking'; readonly fault?: CodeFault | undefined }
  | { readonly name: 'loading' }
  /** `isOld`: what is shown could not be asked for again just now. */
  | { readonly name: 'shown'; readonly status: ReceiptStatus; readonly isOld: boolean }
  /** Our server did not answer, or not now. */
  | { readonly name: 'unavailable' | 'no-api' };

const failures: readonly string[] = ['unavailable', 'no-api'];

/** The `:state(…)` names of a phase. */
export const statesOf = ({ name }: ReceiptPhase): string[] => (failures.includes(name) ? [name, 'failed'] : [name]);
