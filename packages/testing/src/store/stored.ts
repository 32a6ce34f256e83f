import type { Receipt, Submission } from '@cmto/contract';

/** An accepted submission as the mock service keeps it. */
export interface StoredResponse {
  readonly slug: string;
  readonly receipt: Receipt;
  readonly submission: Submission;
}

export interface StoredFile {
  readonly key: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Where the mock service keeps what it accepted: memory in tests, the browser's own database in the demo without a server. */
export interface MockStore {
  /** Keeps the response unless its key is taken; answers the one that is kept. */
  add(response: StoredResponse): Promise<StoredResponse>;
  find(key: string): Promise<StoredResponse | undefined>;
  all(): Promise<readonly StoredResponse[]>;
  /** Returns whether the file is new under its key. */
  addFile(file: StoredFile): Promise<boolean>;
  findFile(key: string, sha256: string): Promise<StoredFile | undefined>;
}
