import type { ConsultationFile } from '../../schemas/consultation.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';

const checkRepeats = (
  ids: readonly { readonly id: string }[],
  at: string,
  what: string,
  report: DefinitionReport,
  seen = new Set<string>(),
): void => {
  ids.forEach(({ id }, index) => {
    if (seen.size === seen.add(id).size)
      report.error(`${at}/${index}/id`, 'definition.duplicate-id', `the ${what} “${id}” is there already`);
  });
};

/** A document is there where people are asked about one, each section under a name of its own; reasons likewise. */
export const checkDocument = (file: ConsultationFile, report: DefinitionReport): void => {
  const document = own(file, 'document');
  if (file.kind === 'document' && document === undefined)
    report.error('', 'definition.document', 'a consultation of kind “document” has a document');
  if (file.kind !== 'document' && document !== undefined)
    report.error('/document', 'definition.document', `a consultation of kind “${file.kind}” is about no document`);
  if (document) {
    checkRepeats(document.sections, '/document/sections', 'section', report);
    const paragraphs = new Set<string>();
    document.sections.forEach((section, at) => {
      const under = own(section, 'paragraphs') ?? [];
      checkRepeats(under, `/document/sections/${at}/paragraphs`, 'paragraph', report, paragraphs);
    });
    if (own(document, 'url') === undefined && paragraphs.size === 0)
      report.error('/document', 'definition.document', 'neither a text nor the address of the page that shows it');
  }
  checkRepeats(file.moderation.reasons, '/moderation/reasons', 'reason', report);
};
