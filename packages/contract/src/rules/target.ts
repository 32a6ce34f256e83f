import type { Consultation } from '../schemas/consultation.ts';
import type { Submission } from '../schemas/submission.ts';
import { own } from './own.ts';

/** Something wrong with what a contribution is about. */
export interface TargetIssue {
  /** JSON Pointer into the submission. */
  readonly pointer: string;
  readonly code: 'target.section' | 'target.document-version' | 'target.unexpected';
  /** English, for whoever builds a client. */
  readonly message: string;
}

const unexpected = (pointer: string, message: string): TargetIssue => ({ pointer, code: 'target.unexpected', message });

/**
 * Whether a contribution is about what the consultation is about: of a document, one of its sections or all of it; of
 * anything else, nothing in particular. Where the paragraph and the quoted passage are, is not judged: they are kept as they were
 * sent.
 */
export const checkTarget = (
  consultation: Pick<Consultation, 'document'>,
  target: Submission['target'],
): TargetIssue[] => {
  const document = own(consultation, 'document');
  if (target === undefined) return [];
  if (document === undefined) return [unexpected('/target', 'this consultation is about no document')];
  const issues: TargetIssue[] = [];
  const section = own(target, 'section');
  const version = own(target, 'documentVersion');
  if (section !== undefined && !document.sections.some(({ id }) => id === section))
    issues.push({ pointer: '/target/section', code: 'target.section', message: 'the document has no such section' });
  if (section === undefined && own(target, 'quote') !== undefined)
    issues.push(unexpected('/target/quote', 'a quoted passage stands in a section'));
  if (section === undefined && own(target, 'paragraph') !== undefined)
    issues.push(unexpected('/target/paragraph', 'a paragraph stands in a section'));
  if (version !== undefined && version !== document.version)
    issues.push({
      pointer: '/target/documentVersion',
      code: 'target.document-version',
      message: `version ${document.version} of the document is under consultation`,
    });
  if (own(target, 'item') !== undefined) issues.push(unexpected('/target/item', 'a document has sections, no items'));
  return issues;
};
