import { z } from 'zod';
import { formSchema } from './form.ts';
import { accessModes, definitionTerms, definitionTexts, identityModes } from './survey.ts';
import { idSchema, localizedTextSchema, slugSchema } from './text.ts';

/** A request is never anonymous: somebody waits for its outcome. */
export const serviceAttributions = ['confidential', 'institutional'] as const;

/** What silence means once the deadline has passed (law 241/1990 arts. 2 and 20). */
export const silenceEffects = ['assent', 'refusal', 'none'] as const;

/** Who applies: the values that the `applicant.kind` field may have. */
export const applicantKinds = ['person', 'organisation', 'municipality'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

const emailText = z.string().min(3).max(254);

export const contactsSchema = z.strictObject({
  email: emailText.optional(),
  pec: emailText.optional(),
  phone: z.string().min(1).max(40).optional(),
});

/** The administrative procedure that a request opens (law 241/1990). */
export const procedureSchema = z.strictObject({
  title: localizedTextSchema,
  /** Art. 2: calendar days from registration within which it is concluded. */
  days: z.int().min(1).max(365),
  silence: z.enum(silenceEffects),
  /** Art. 5: the responsible organisational unit. */
  unit: localizedTextSchema,
  officer: z.string().min(1).max(200).optional(),
  contacts: contactsSchema,
  law: localizedTextSchema.optional(),
  costs: localizedTextSchema.optional(),
  /** What to have at hand; `field` is the file field it goes into. */
  documents: z
    .array(
      z.strictObject({
        label: localizedTextSchema,
        help: localizedTextSchema.optional(),
        field: idSchema.optional(),
        required: z.boolean().optional(),
      }),
    )
    .max(30)
    .optional(),
  /** What happens next, in order. */
  steps: z.array(localizedTextSchema).max(20).optional(),
});
export type Procedure = z.infer<typeof procedureSchema>;

const fields = z.array(idSchema).min(1).max(10);

/** Which fields say who applies. Of several names all count, of organisations and tax codes the first that is answered. */
export const applicantSchema = z.strictObject({
  /** A choice among `person`, `organisation` and `municipality`; without it, a person applies. */
  kind: idSchema.optional(),
  name: fields,
  organisation: fields.optional(),
  taxCode: fields.optional(),
  email: idSchema.optional(),
  pec: idSchema.optional(),
});
export type Applicant = z.infer<typeof applicantSchema>;

const ofServices = {
  attribution: z.enum(serviceAttributions),
  procedure: procedureSchema,
  applicant: applicantSchema,
  /** Filled in on the service's own page alone (`/w/service/{slug}`): on another, that site's scripts could read along. */
  hosted: z.boolean().optional(),
  /** Italian; may quote answers, `{{field}}`: what the register calls the subject. */
  subject: z.string().min(1).max(500),
};

/** What `GET /services/{slug}` serves. */
export const serviceSchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  ...ofServices,
  identity: z.enum(identityModes),
  form: formSchema,
});
export type Service = z.infer<typeof serviceSchema>;

/** What an editor imports. `version` is informative: the server numbers versions. */
export const serviceFileSchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000).optional(),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  ...ofServices,
  access: z.enum(accessModes).optional(),
  attribution: z.enum(serviceAttributions).optional(),
  identity: z.enum(identityModes).optional(),
  form: formSchema,
});
export type ServiceFile = z.infer<typeof serviceFileSchema>;
