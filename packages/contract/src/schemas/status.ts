import { z } from 'zod';
import { sha256Schema } from './submission.ts';

/** What `GET /status` answers while the service can take answers. */
export const statusSchema = z.strictObject({
  status: z.literal('ok'),
  /** Release of the service, where it tells it. */
  version: z.string().max(60).optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** What `PUT /attachments/{sha256}` answers when the file is whole. */
export const storedFileSchema = z.strictObject({ sha256: sha256Schema, size: z.int().min(0).max(10_485_760) });
export type StoredFile = z.infer<typeof storedFileSchema>;

/** How much of a file has arrived: all bytes before `offset`. */
export const filePartSchema = z.strictObject({
  sha256: sha256Schema,
  size: z.int().min(0).max(10_485_760),
  offset: z.int().min(0).max(10_485_760),
});
export type FilePart = z.infer<typeof filePartSchema>;
