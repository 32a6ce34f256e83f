import type { ConsultationFile } from '../../schemas/consultation.ts';
import type { Field } from '../../schemas/field.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { findField, isAlwaysAnswered, optionsAreAmong } from './named-field.ts';

type Role = keyof ConsultationFile['contribution'];

/** The types of field that may say each part of a contribution. */
const fitting = {
  text: ['long-text', 'text'],
  title: ['text'],
  type: ['choice', 'dropdown'],
  proposal: ['long-text'],
  author: ['choice', 'dropdown'],
  name: ['text'],
  organisation: ['text', 'municipality'],
  topic: ['choice', 'dropdown'],
  zone: ['choice', 'dropdown'],
  municipality: ['municipality'],
  place: ['place'],
} as const satisfies Record<Role, readonly Field['type'][]>;

const zones = Array.from({ length: 11 }, (_, at) => String(at + 1));

/** What the options of some of them have to be among. */
const meanings: Partial<Record<Role, readonly string[]>> = {
  type: ['question', 'observation', 'proposal'],
  author: ['citizen', 'municipality', 'association', 'business', 'body'],
  zone: zones,
};

const checkRole = (file: ConsultationFile, role: Role, id: string, pointer: string, report: DefinitionReport): void => {
  const found = findField(file.form, id);
  if (!found) return report.error(pointer, 'definition.unknown-field', `there is no field “${id}” outside a group`);
  const types: readonly string[] = fitting[role];
  if (!types.includes(found.field.type))
    return report.error(
      pointer,
      'definition.contribution',
      `“${id}” (${found.field.type}) is not of type ${types.join(' or ')}`,
    );
  const among = meanings[role];
  if (among && !optionsAreAmong(found.field, among))
    return report.error(
      pointer,
      'definition.contribution',
      `the options of “${id}” are among ${among.join(', ')}, without “other”`,
    );
  if (role === 'text' && !isAlwaysAnswered(found))
    report.error(pointer, 'definition.contribution', `“${id}” is not required of everybody: a contribution has a text`);
};

const checkRegister = (file: ConsultationFile, report: DefinitionReport): void => {
  if (own(file, 'register') !== true) return;
  if (own(file, 'attribution') === 'anonymous' || own(file, 'identity') === 'anonymous')
    report.error('/register', 'definition.contribution', 'an anonymous contribution has no correspondent to register');
  else if (own(file.contribution, 'name') === undefined)
    report.error(
      '/register',
      'definition.contribution',
      'the register wants a name: contribution.name says which fields',
    );
};

/** The fields that say what of a contribution are there and are of a type that can. */
export const checkContribution = (file: ConsultationFile, report: DefinitionReport): void => {
  const { contribution } = file;
  for (const role of Object.keys(fitting) as Role[]) {
    const named = own(contribution, role);
    if (named === undefined) continue;
    if (typeof named === 'string') checkRole(file, role, named, `/contribution/${role}`, report);
    else named.forEach((id, at) => checkRole(file, role, id, `/contribution/${role}/${at}`, report));
  }
  if (file.kind === 'needs' && own(contribution, 'topic') === undefined)
    report.error(
      '/contribution',
      'definition.contribution',
      'needs are counted by topic: contribution.topic names its field',
    );
  checkRegister(file, report);
};
