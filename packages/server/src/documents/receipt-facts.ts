import type { RequestStatus } from '@cmto/contract';
import type { RequestFacts } from '../mail/request-facts.ts';

/** What a receipt in PDF tells beside the document: what has become of the request by now. */
export type ReceiptFacts = RequestFacts & Pick<RequestStatus, 'receiptCode' | 'timeline' | 'official' | 'messages'>;

/** When a code showed that the address is the applicant's, RFC 3339. */
export const confirmedAt = ({ timeline }: ReceiptFacts): string | undefined =>
  timeline.find(({ event }) => event === 'confirmed')?.at;

/** When it was entered in the internal register, RFC 3339. */
export const registeredAt = ({ timeline }: ReceiptFacts): string | undefined =>
  timeline.find(({ event }) => event === 'registered')?.at;
