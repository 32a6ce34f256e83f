import { z } from 'zod';
import * as schemas from '../schemas/index.ts';

type JsonSchema = { [key: string]: unknown };

const pascalCase = (type: string): string =>
  type.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const named = {
  Attachment: schemas.attachmentSchema,
  Condition: schemas.conditionSchema,
  Consultation: schemas.consultationSchema,
  Contribution: schemas.contributionSchema,
  ContributionList: schemas.contributionListSchema,
  ContributionStatus: schemas.contributionStatusSchema,
  Endorsed: schemas.endorsedSchema,
  Endorsement: schemas.endorsementSchema,
  Field: schemas.fieldSchema,
  FilePart: schemas.filePartSchema,
  Form: schemas.formSchema,
  LocalizedText: schemas.localizedTextSchema,
  Municipality: schemas.municipalitySchema,
  MunicipalityList: schemas.municipalityListSchema,
  Option: schemas.optionSchema,
  Page: schemas.pageSchema,
  Problem: schemas.problemSchema,
  ProblemError: schemas.problemErrorSchema,
  ProofRequest: schemas.proofRequestSchema,
  RatingSubmission: schemas.ratingSubmissionSchema,
  Receipt: schemas.receiptSchema,
  ReceiptStatus: schemas.receiptStatusSchema,
  RequestMessage: schemas.requestMessageSchema,
  RequestStatus: schemas.requestStatusSchema,
  RequestSubmission: schemas.requestSubmissionSchema,
  ResultField: schemas.resultFieldSchema,
  ResultOption: schemas.resultOptionSchema,
  Results: schemas.resultsSchema,
  RowField: schemas.rowFieldSchema,
  SignIn: schemas.signInSchema,
  SignInProof: schemas.signInProofSchema,
  SignInStart: schemas.signInStartSchema,
  SentMessage: schemas.sentMessageSchema,
  Service: schemas.serviceSchema,
  Status: schemas.statusSchema,
  StoredFile: schemas.storedFileSchema,
  Submission: schemas.submissionSchema,
  Survey: schemas.surveySchema,
  SurveyStatus: schemas.surveyStatusSchema,
} as const;

/** Name of a schema under `#/components/schemas`. */
export type SchemaName = keyof typeof named;

const integerFormat = ({ maximum }: JsonSchema): string =>
  typeof maximum === 'number' && maximum <= 2 ** 31 - 1 ? 'int32' : 'int64';

/** Zod's output, with the formats of numbers that the Italian guidelines ask for, and without what says it twice. */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _, $id: __, ...schema } = value as JsonSchema;
  if (schema['type'] === 'integer') schema['format'] ??= integerFormat(schema);
  if (schema['type'] === 'number') schema['format'] ??= 'double';
  if (schema['format'] === 'date-time' || schema['format'] === 'date') {
    delete schema['pattern'];
    schema['maxLength'] ??= 40;
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [key, key === 'example' ? inner : tidy(inner)]),
  );
};

/** JSON Schemas of the contract, made from the zod schemas. */
export const componentSchemas = (): JsonSchema => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const schema of schemas.fieldSchema.options) {
    registry.add(schema, { id: `${pascalCase(schema.shape.type.value)}Field` });
  }
  const result = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    // Answers are judged by the rules, not by a schema: what can be said of them is in their metadata.
    unrepresentable: 'any',
  });
  return tidy(result.schemas) as JsonSchema;
};

/** A reference to a schema of the contract. */
export const schemaRef = (name: SchemaName): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });
