import type { ServiceFile } from '../../schemas/service.ts';
import { isEmail } from '../email.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';

const checkConsent = ({ form }: ServiceFile, report: DefinitionReport): void => {
  const [first] = form.pages;
  const isAsked =
    first !== undefined &&
    !Object.hasOwn(first, 'visibleIf') &&
    first.fields.some(
      (field) => field.type === 'consent' && own(field, 'required') === true && !Object.hasOwn(field, 'visibleIf'),
    );
  if (isAsked) return;
  report.error(
    '/form/pages/0',
    'definition.consent-first',
    'the first page holds a required consent to the privacy notice, without a condition on it or on the page',
  );
};

const checkDocuments = ({ form, procedure }: ServiceFile, report: DefinitionReport): void => {
  const files = new Set(
    form.pages.flatMap(({ fields }) => fields.filter(({ type }) => type === 'file')).map(({ id }) => id),
  );
  own(procedure, 'documents')?.forEach((document, at) => {
    const id = own(document, 'field');
    if (id === undefined || files.has(id)) return;
    report.error(
      `/procedure/documents/${at}/field`,
      'definition.unknown-field',
      `“${id}” is no file field of the form`,
    );
  });
};

const checkContacts = ({ procedure: { contacts } }: ServiceFile, report: DefinitionReport): void => {
  for (const key of ['email', 'pec'] as const) {
    const address = own(contacts, key);
    if (address !== undefined && !isEmail(address))
      report.error(`/procedure/contacts/${key}`, 'definition.applicant', `“${address}” is no address to write to`);
  }
};

/** The register's subject is made of answers that are there, and are words. */
const checkSubject = ({ form, subject }: ServiceFile, report: DefinitionReport): void => {
  const quotable = new Set(
    form.pages
      .flatMap(({ fields }) => fields)
      .filter(({ type }) => !['note', 'group', 'file', 'consent'].includes(type))
      .map(({ id }) => id),
  );
  for (const [, id] of subject.matchAll(/\{\{\s*([^{}]{0,80}?)\s*\}\}/g)) {
    if (!quotable.has(id!)) report.error('/subject', 'definition.quote', `{{${id}}} quotes no field of the form`);
  }
};

/** What the law asks of a procedure's form, and what the form must have for it. */
export const checkProcedure = (file: ServiceFile, report: DefinitionReport): void => {
  checkConsent(file, report);
  checkDocuments(file, report);
  checkContacts(file, report);
  checkSubject(file, report);
};
