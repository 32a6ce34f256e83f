import { z } from 'zod';

/** A number of the internal receipts register: `provisional` until an official register has given its own. */
export const registrationSchema = z.strictObject({
  code: z.string().max(40),
  year: z.int().min(1900).max(9999),
  number: z.string().regex(/^\d{7,20}$/),
  status: z.enum(['provisional', 'registered', 'annulled']),
});
export type ReceiptRegistration = z.infer<typeof registrationSchema>;

/** A number of the department's official register. */
export const officialNumberSchema = z.strictObject({
  register: z.string().min(1).max(100),
  number: z.string().min(1).max(40),
  date: z.iso.date(),
});
export type OfficialNumber = z.infer<typeof officialNumberSchema>;
