import type { Field } from '../../schemas/field.ts';
import type { ServiceFile } from '../../schemas/service.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';

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

interface Found {
  readonly field: Field;
  /** Whether everybody answers it. */
  readonly always: boolean;
}

const fieldsOf = ({ form }: ServiceFile): ReadonlyMap<string, Found> =>
  new Map(
    form.pages.flatMap((page) =>
      page.fields.map((field): [string, Found] => [
        field.id,
        {
          field,
          always:
            own(field, 'required') === true && !Object.hasOwn(page, 'visibleIf') && !Object.hasOwn(field, 'visibleIf'),
        },
      ]),
    ),
  );

const checkKind = ({ field }: Found, report: DefinitionReport): void => {
  const values = own(field, 'options')?.map(({ value }) => value) ?? [];
  if (own(field, 'other') !== true && values.every((value) => kinds.includes(value))) return;
  report.error('/applicant/kind', 'definition.applicant', `the options of “${field.id}” are among ${kinds.join(', ')}`);
};

/** The fields that say who applies are there and are of a type that can. */
export const checkApplicant = (file: ServiceFile, report: DefinitionReport): void => {
  const fields = fieldsOf(file);
  for (const part of Object.keys(fitting) as Part[]) {
    const named = own(file.applicant, part);
    (typeof named === 'string' ? [named] : (named ?? [])).forEach((id, at) => {
      const pointer = `/applicant/${part}${typeof named === 'string' ? '' : `/${at}`}`;
      const found = fields.get(id);
      if (!found) return report.error(pointer, 'definition.unknown-field', `there is no field “${id}” outside a group`);
      const types: readonly string[] = fitting[part];
      if (types.includes(found.field.type)) {
        if (part === 'kind') checkKind(found, report);
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
  if (address === undefined || fields.get(address)?.always !== true) {
    report.error(
      '/applicant/email',
      'definition.applicant',
      'with identity “email” it names a required field without conditions: the code is sent there',
    );
  }
};
