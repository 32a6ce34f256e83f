import { z } from 'zod';
import { formSchema } from './form.ts';
import { accessModes, attributionModes, definitionTerms, definitionTexts, identityModes } from './survey.ts';
import { idSchema, localizedTextSchema, slugSchema } from './text.ts';

/** What people contribute to: a text under consultation, the search for ideas and materials, or what the territory lacks. */
export const consultationKinds = ['document', 'ideas', 'needs'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

/** What an observation is: the values that the `contribution.type` field may have. */
export const contributionTypes = ['question', 'observation', 'proposal'] as const;
export type ContributionType = (typeof contributionTypes)[number];

/** Who contributes: the values that the `contribution.author` field may have. */
export const authorKinds = ['citizen', 'municipality', 'association', 'business', 'body'] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** A section's id: what follows the `#` of its address on the page that shows the document. */
export const sectionIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/);

/** What a paragraph is in its source. The cells of a `row` have ` · ` between them. */
export const paragraphKinds = ['text', 'item', 'quote', 'row', 'code'] as const;

/** The smallest part of a document that an observation is about; in the definition's first language. */
export const paragraphSchema = z.strictObject({
  /** Follows from the text alone, so that it is the same wherever this version of the document is shown. */
  id: sectionIdSchema,
  kind: z.enum(paragraphKinds),
  /** Plain text: nothing in it is markup. */
  text: z.string().min(1).max(20_000),
});
export type Paragraph = z.infer<typeof paragraphSchema>;

export const sectionSchema = z.strictObject({
  id: sectionIdSchema,
  title: localizedTextSchema,
  /** Of the heading, 1 to 6: a section is part of the nearest one before it of a lower level. */
  level: z.int().min(1).max(6),
  /** What stands under its heading, up to the next one; absent where the institution's own page shows the text. */
  paragraphs: z.array(paragraphSchema).min(1).max(5000).optional(),
});
export type Section = z.infer<typeof sectionSchema>;

/** The document under consultation, in the order of its sections. */
export const consultedDocumentSchema = z.strictObject({
  title: localizedTextSchema,
  /** Of the text, as the office numbers it: an observation says which one it is about. */
  version: z.int().min(1).max(1_000_000),
  /** The page that shows the text, where the definition does not have it. */
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//)
    .optional(),
  sections: z.array(sectionSchema).min(1).max(2000),
});
export type ConsultedDocument = z.infer<typeof consultedDocumentSchema>;

/** How contributions become public: the rules are published with the consultation. */
export const moderationSchema = z.strictObject({
  /** `after`: published at once, unless something about it is unsure. */
  when: z.enum(['before', 'after']),
  rules: localizedTextSchema,
  /** The only reasons for which a contribution is not published. */
  reasons: z
    .array(z.strictObject({ id: idSchema, label: localizedTextSchema }))
    .min(1)
    .max(30),
});
export type Moderation = z.infer<typeof moderationSchema>;

/** Which fields of the form say what of a contribution. What no name here stands for is never published. */
export const contributionRolesSchema = z.strictObject({
  /** What the contribution says. */
  text: idSchema,
  title: idSchema.optional(),
  /** A choice among `question`, `observation` and `proposal`; without it, an observation. */
  type: idSchema.optional(),
  /** New text in place of the quoted passage. */
  proposal: idSchema.optional(),
  /** A choice among the author kinds; without it, a citizen. */
  author: idSchema.optional(),
  /** For the register alone: never published. */
  name: z.array(idSchema).min(1).max(10).optional(),
  /** Published: whom the author speaks for. */
  organisation: idSchema.optional(),
  /** An axis or strategy of the plan, a subject. */
  topic: idSchema.optional(),
  /** A choice among `1` to `11`, where no municipality gives the zone. */
  zone: idSchema.optional(),
  municipality: idSchema.optional(),
  place: idSchema.optional(),
});
export type ContributionRoles = z.infer<typeof contributionRolesSchema>;

const ofConsultations = {
  kind: z.enum(consultationKinds),
  document: consultedDocumentSchema.optional(),
  moderation: moderationSchema,
  contribution: contributionRolesSchema,
  /** Whether every contribution is entered in the register. */
  register: z.boolean().optional(),
};

/** What `GET /consultations/{slug}` serves. */
export const consultationSchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  ...ofConsultations,
  identity: z.enum(identityModes),
  form: formSchema,
});
export type Consultation = z.infer<typeof consultationSchema>;

/**
 * What an editor imports. `version` is informative: the server numbers versions. `identity: "anonymous"` alone is
 * shorthand for open access, no identity, anonymous attribution.
 */
export const consultationFileSchema = z.strictObject({
  slug: slugSchema,
  version: z.int().min(1).max(1_000_000).optional(),
  department: slugSchema,
  ...definitionTexts,
  ...definitionTerms,
  ...ofConsultations,
  access: z.enum(accessModes).optional(),
  attribution: z.enum(attributionModes).optional(),
  identity: z.enum([...identityModes, 'anonymous']).optional(),
  form: formSchema,
});
export type ConsultationFile = z.infer<typeof consultationFileSchema>;
