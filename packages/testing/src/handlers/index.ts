export {
  createMockApi,
  type MockApi,
  type MockApiOptions,
  type MockContext,
  type ReceivedRequest,
} from './mock-api.ts';
export { Network, type TroubleOptions } from './network.ts';
export { Refusal } from './refusal.ts';
export { memoryStore } from '../store/memory-store.ts';
export type { MockStore, StoredFile, StoredResponse } from '../store/stored.ts';
