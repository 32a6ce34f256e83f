import { z } from 'zod';

export const municipalitySchema = z.strictObject({
  /** ISTAT code, six digits. */
  code: z.string().regex(/^\d{6}$/),
  name: z.string().max(100),
  /** Homogeneous zone, 1 to 11. */
  zone: z.int().min(1).max(11),
  population: z.int().min(0).max(10_000_000),
});
export type Municipality = z.infer<typeof municipalitySchema>;

export const municipalityListSchema = z.strictObject({
  municipalities: z.array(municipalitySchema).max(1000),
  zones: z.array(z.strictObject({ id: z.int().min(1).max(50), name: z.string().max(100) })).max(50),
  note: z.string().max(1000),
});
export type MunicipalityList = z.infer<typeof municipalityListSchema>;
