import type { Answers, Service, Survey } from '@cmto/contract';
import type { Random } from '../random.ts';

/** A form that is sent here, and what people say in it. */
export interface Asked {
  readonly kind: 'survey' | 'request';
  readonly definition: Survey | Service;
  /** Where it is posted, below the API base. */
  readonly path: string;
  /** What one person answers: different from what anybody else does, with letters that break where bytes are cut. */
  answersOf(name: string, random: Random): Answers;
}
