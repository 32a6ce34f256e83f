import { createHash } from 'node:crypto';
import type { Submission } from '@cmto/contract';
import { contentToHash } from '@cmto/contract/rules/canonical';
import type { Asked } from '../service/asked.ts';
import { theSurvey } from '../service/survey.ts';

/** Lower-case hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The text that is hashed: what a submission says, worked out without the server. */
export const contentOf = (
  { formVersion, answers, attachments }: Submission,
  { kind, definition: { slug } }: Asked = theSurvey,
): string =>
  contentToHash({
    kind,
    slug,
    formVersion,
    answers,
    attachments: attachments?.map((attachment) => attachment.sha256),
  });
