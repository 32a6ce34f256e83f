import { z } from 'zod';
import { idSchema, instantSchema, languageSchema } from './text.ts';

/** Lower-case hex SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The `Idempotency-Key`, minted with the draft: a version 4 UUID in lower case. */
export const submissionIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

export const attachmentSchema = z.strictObject({
  field: idSchema,
  sha256: sha256Schema,
  name: z.string().min(1).max(255),
  type: z.string().max(100),
  size: z.int().min(0).max(10_485_760),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What a person answered, by field id. An unanswered field is absent, never null or empty. */
export type OtherAnswer = { other: string };
export type ChoiceAnswer = string | OtherAnswer;
export type PlaceAnswer = { lat?: number; lon?: number; address?: string };
export type AnswerValue =
  | string
  | number
  | boolean
  | OtherAnswer
  | ChoiceAnswer[]
  | { [key: string]: string | string[] | number }
  | PlaceAnswer
  | Answers[];
export type Answers = { [fieldId: string]: AnswerValue };

export const submissionSchema = z.strictObject({
  formVersion: z.int().min(1).max(1_000_000),
  language: languageSchema,
  /** Judged by the contract's pure rules against the published form, not by zod. */
  answers: z
    .custom<Answers>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
      error: 'an object is expected',
    })
    .meta({
      type: 'object',
      maxProperties: 1000,
      additionalProperties: true,
      description: 'Answers by field id; an unanswered field is absent',
    }),
  attachments: z.array(attachmentSchema).max(200).optional(),
  target: z
    .strictObject({
      documentVersion: z.int().min(1).max(1_000_000).optional(),
      section: z.string().max(200).optional(),
      /** Id of the paragraph in that section. */
      paragraph: z.string().max(200).optional(),
      /** The words of that paragraph, or of the section, that it is about. */
      quote: z.string().max(5000).optional(),
      item: z.string().max(200).optional(),
    })
    .optional(),
  invitation: z.string().max(200).optional(),
  completedAt: instantSchema.optional(),
  /** Origin and path of the page as browsers write them, in printable ASCII; never query or fragment. */
  page: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[!"$->@-~]+$/)
    .optional(),
  check: z
    .strictObject({
      token: z.string().max(500).optional(),
      work: z.string().max(500).optional(),
      trap: z.string().max(500).optional(),
    })
    .optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

/** What `POST /ratings` takes: the same envelope without files and targets, and always with the page that is rated. */
export const ratingSubmissionSchema = submissionSchema
  .omit({ attachments: true, target: true, invitation: true })
  .required({ page: true });
export type RatingSubmission = z.infer<typeof ratingSubmissionSchema>;

/** What `POST /services/{slug}/requests` takes: the same envelope, with the proof that a sign-in returned. */
export const requestSubmissionSchema = submissionSchema.extend({ identity: z.string().min(1).max(200).optional() });
export type RequestSubmission = z.infer<typeof requestSubmissionSchema>;
