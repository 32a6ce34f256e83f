import type { FieldOf, Option } from '../../schemas/field.ts';
import type { Form } from '../../schemas/form.ts';
import type { SurveyFile } from '../../schemas/survey.ts';
import { evaluateCondition } from '../conditions.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { mayHold, type Supposed } from './may-hold.ts';
import { type PlacedField, placedFields } from './walk.ts';

const identifying = /^(?:email|phone|tax-code|iban)$/;
/** Offices that one person of a municipality holds, in the three languages of the kit. */
const office = /\b(?:sindac(?:[aoi]|he)\b|mayor|maire|segretari|secretary|secrétaire)/i;
/** The words by which people ask for somebody's office. */
const role =
  /\b(?:ruol|caric|incaric|qualific|funzion|mansion|role|position|office|job|fonction|rôle|poste|sindac|mayor|maire)/i;

const says = (words: RegExp, ...texts: readonly unknown[]): boolean => words.test(JSON.stringify(texts));

type RoleField = FieldOf<'choice' | 'dropdown'>;

const isOffice = ({ value, label }: Option): boolean => says(office, value, label);

/** Asked for by its own words, or by an office among the answers; what other roles hide is not looked at. */
const isRoleField = ({ field }: PlacedField): boolean =>
  (field.type === 'choice' || field.type === 'dropdown') &&
  (says(role, field.id, field.label) || field.options.some(isOffice));

/** Whether a field can be shown while something is supposed: by its page, the group around it and itself. */
const canBeShown = (form: Form, { field, pointer, group }: PlacedField, supposed: Supposed): boolean => {
  const page = form.pages[Number(pointer.split('/')[3])]!;
  return [page, group?.field, field].every((part) => {
    const condition = part && own(part, 'visibleIf');
    return condition === undefined || mayHold(condition, supposed) !== false;
  });
};

const chosen =
  (id: string, value: string): Supposed =>
  (comparison) =>
    comparison.field === id ? evaluateCondition(comparison, () => value) : undefined;

const answered =
  (id: string): Supposed =>
  ({ field, op }) =>
    field !== id ? undefined : op === 'answered' ? true : op === 'not-answered' ? false : undefined;

/**
 * Whether the answers to both can tell who answers. Where a role hides the municipality, the editor has thought of it:
 * then only an office among the roles that are left does.
 */
const singlesOut = (form: Form, place: PlacedField, asked: PlacedField): boolean => {
  if (!canBeShown(form, asked, answered(place.field.id))) return false;
  const { id, options } = asked.field as RoleField;
  const left = options.filter(({ value }) => canBeShown(form, place, chosen(id, value)));
  return left.length === options.length || left.some(isOffice);
};

/** Warns of what would tell who has answered. */
export const checkAnonymity = (file: SurveyFile, report: DefinitionReport): void => {
  const identity = own(file, 'identity');
  const isAnonymous = (own(file, 'attribution') ?? 'anonymous') === 'anonymous' || identity === 'anonymous';
  const fields = placedFields(file.form);
  for (const place of fields.filter(({ field }) => field.type === 'municipality')) {
    const asked = fields.find((other) => isRoleField(other) && singlesOut(file.form, place, other));
    if (!asked) continue;
    report.warn(
      place.pointer,
      'definition.singles-out',
      `“${place.field.id}” and “${asked.field.id}” together may single a person out: a small municipality has one mayor`,
    );
  }
  if (isAnonymous) checkIdentifying(file, report);
};

/** Warns of fields that tell who answers where nobody is to know. */
export const checkIdentifying = ({ form }: { readonly form: Form }, report: DefinitionReport): void => {
  for (const { field, pointer } of placedFields(form)) {
    if (identifying.test(field.type)) {
      report.warn(
        pointer,
        'definition.anonymous-identifying',
        `“${field.id}” (${field.type}) tells who answers, though nobody is to know`,
      );
    }
  }
};
