import type { RequestStatus } from '@cmto/contract';

/** What a letter tells of a request: a part of what its receipt tells. */
export type RequestFacts = Pick<
  RequestStatus,
  'url' | 'title' | 'language' | 'receivedAt' | 'isFormal' | 'register' | 'procedure' | 'outcome'
>;
