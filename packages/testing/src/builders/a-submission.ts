import type { Answers, Attachment, RatingSubmission, Submission } from '@cmto/contract';

/** A submission of these answers to version 1, in Italian. */
export const aSubmission = (answers: Answers = { text: 'ciao' }, parts: Partial<Submission> = {}): Submission => ({
  formVersion: 1,
  language: 'it',
  answers,
  check: { trap: '' },
  ...parts,
});

/** A rating of three stars. */
export const aRating = (answers: Answers = {}, parts: Partial<RatingSubmission> = {}): RatingSubmission => ({
  formVersion: 1,
  language: 'it',
  answers: { subject: 'page', stars: 3, difficulty: 'unclear', ...answers },
  page: 'https://www.example.it/contributi',
  check: { trap: '' },
  ...parts,
});

/** A new `Idempotency-Key`. */
export const aKey = (): string => crypto.randomUUID();

/** Words that nobody else has written: without digits, which can look like a telephone number. */
export const ownWords = (): string => aKey().replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);

const hex = (bytes: ArrayBuffer): string => {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += byte.toString(16).padStart(2, '0');
  return text;
};

/** A small PDF as a browser's file input would give it. */
export const aFile = (name = 'osservazione.pdf', text = '%PDF-1.4\nprova', type = 'application/pdf'): File =>
  new File([text], name, { type });

/** How a submission names that file. */
export const anAttachment = async (field: string, file: File): Promise<Attachment> => ({
  field,
  sha256: hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
  name: file.name,
  type: file.type,
  size: file.size,
});
