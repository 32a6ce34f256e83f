import type { Consultation, ConsultedDocument, Section } from '@cmto/contract';
import type { Definition, Subject } from '@cmto/core/form-tag/form-kind';

/** What a controller of this tag fills in: nothing else passes the guard of its kind. */
export const consultationOf = (definition: Definition | undefined): Consultation | undefined =>
  definition as Consultation | undefined;

/** Whether the definition has the text itself. */
export const hasText = ({ sections }: ConsultedDocument): boolean => sections.some(({ paragraphs }) => paragraphs);

/** What an observation is about: a passage of a section, a section, or the document as a whole. */
export const subjectOf = (
  { version }: ConsultedDocument,
  section?: string,
  passage: { readonly quote?: string; readonly paragraph?: string } = {},
): Subject => ({
  name: section ?? '',
  target: { documentVersion: version, ...(section === undefined ? {} : { section, ...passage }) },
});

/** The section that an observation is about; undefined for all of the document, or where it is gone from it. */
export const sectionOf = (document: ConsultedDocument, name: string | undefined): Section | undefined =>
  document.sections.find(({ id }) => id === name);
