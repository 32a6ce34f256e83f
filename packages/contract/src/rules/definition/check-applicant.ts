import type { Field } from '../../schemas/field.ts';
import type { ServiceFile } from '../../schemas/service.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { findField, isAlwaysAnswered, optionsAreAmong } from './named-field.ts';

const kinds: readonly string[] = ['person', 'organisation', 'municipality'];

/** The types of field that may say each part of who applies. */
const fitting = {
  kind: ['choice', 'dropdown'],
  name: ['text'],
  organisation: ['text', 'municipality'],
  taxCode: ['tax-code', 'text'],
  email: ['email'],
  pec: ['email'],
} as const satisfies Partial<Record<keyof ServiceFile['applicant'], readonly Field['type'][]>>;

type Part = keyof typeof fitting;

const checkKind = (field: Field, report: DefinitionReport): void => {
  if (optionsAreAmong(field, kinds)) return;
  report.error('/applicant/kind', 'definition.applicant', `the options of “${field.id}” are among ${kinds.join(', ')}`);
};

/** The fields that say who applies are there and are of a type that can. */
export const checkApplicant = (file: ServiceFile, report: DefinitionReport): void => {
  for (const part of Object.keys(fitting) as Part[]) {
    const named = own(file.applicant, part);
    (typeof named === 'string' ? [named] : (named ?? [])).forEach((id, at) => {
      const pointer = `/applicant/${part}${typeof named === 'string' ? '' : `/${at}`}`;
      const found = findField(file.form, id);
      if (!found) return report.error(pointer, 'definition.unknown-field', `there is no field “${id}” outside a group`);
      const types: readonly string[] = fitting[part];
      if (types.includes(found.field.type)) {
        if (part === 'kind') checkKind(found.field, report);
        return undefined;
      }
      return report.error(
        pointer,
        'definition.applicant',
        `“${id}” (${found.field.type}) is not of type ${types.join(' or ')}`,
      );
    });
  }
  if (own(file, 'identity') !== 'email') return;
  const address = own(file.applicant, 'email');
  const asked = address === undefined ? undefined : findField(file.form, address);
  if (!asked || !isAlwaysAnswered(asked)) {
    report.error(
      '/applicant/email',
      'definition.applicant',
      'with identity “email” it names a required field without conditions: the code is sent there',
    );
  }
};
