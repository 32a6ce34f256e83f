import type { Answers, Submission } from '../schemas/submission.ts';
import { canonicalJson } from './canonical-json.ts';
import { canonicalText } from './canonical-value.ts';
import { own } from './own.ts';

/** What the content hash covers. */
export interface Content {
  readonly kind: 'survey' | 'request' | 'contribution' | 'rating';
  /** Of a rating always `ratings`. */
  readonly slug: string;
  readonly formVersion: number;
  /** In canonical form. */
  readonly answers: Answers;
  /** SHA-256 of each file, in any order; none is the same as an empty list. */
  readonly attachments?: readonly string[] | undefined;
  readonly target?: Submission['target'];
}

const targetParts = ['documentVersion', 'section', 'quote', 'item'] as const;

const canonicalTarget = (target: NonNullable<Submission['target']>): Record<string, unknown> => {
  const result = Object.create(null) as Record<string, unknown>;
  for (const part of targetParts) {
    const value = own(target, part);
    result[part] = typeof value === 'string' ? canonicalText(value) || undefined : value;
  }
  return result;
};

/**
 * The string whose SHA-256, in lower-case hex, is `contentHash`. `attachments` is always in it, sorted; `target` only
 * where there is one.
 */
export const contentToHash = (content: Content): string => {
  const target = own(content, 'target');
  const parts = Object.create(null) as Record<string, unknown>;
  parts['kind'] = content.kind;
  parts['slug'] = content.slug;
  parts['formVersion'] = content.formVersion;
  parts['answers'] = content.answers;
  parts['attachments'] = [...(own(content, 'attachments') ?? [])].sort();
  if (target !== undefined) parts['target'] = canonicalTarget(target);
  return canonicalJson(parts);
};
