import type { Survey } from '@cmto/contract';
import type { Ask } from './service.ts';

/** What every group of cases gets. */
export interface Suite {
  readonly ask: Ask;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

/** What the office behind a service does, and what happens to it, while the suite runs. */
export interface Office {
  publish(survey: Survey): Promise<void>;
  /** Closes a survey now. */
  close(slug: string): Promise<void>;
  withdraw(slug: string, version: number): Promise<void>;
  /** Erases an accepted submission. */
  erase(key: string): Promise<void>;
  /** Keeps everything from being stored; what was taken meanwhile is stored when the function returned is called. */
  holdStorage(): () => void;
  /** Has the storage refuse everything, as a full disk does, until the function returned is called. */
  breakStorage(): () => void;
}

export interface OfficeSuite extends Suite {
  readonly office: Office;
}
