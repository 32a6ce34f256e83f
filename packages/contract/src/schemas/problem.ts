import { z } from 'zod';

/** One thing wrong in a request body. */
export const problemErrorSchema = z.strictObject({
  /** JSON Pointer into the body. */
  pointer: z.string().max(2000),
  code: z.string().max(60),
  message: z.string().max(2000),
});
export type ProblemError = z.infer<typeof problemErrorSchema>;

/** RFC 9457, with the stable `code` that is also the key of the words a person reads. */
export const problemSchema = z.looseObject({
  type: z.string().max(500),
  title: z.string().max(500),
  status: z.int().min(400).max(599),
  code: z.string().max(60),
  detail: z.string().max(5000).optional(),
  instance: z.string().max(500).optional(),
  errors: z.array(problemErrorSchema).max(1000).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
