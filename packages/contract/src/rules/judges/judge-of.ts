import type { Field } from '../../schemas/field.ts';
import { judgeAllocation } from './allocation-judge.ts';
import { judgeChoice, judgeChoices, judgeRanking } from './choice-judges.ts';
import { judgeFile } from './file-judge.ts';
import type { Judge } from './judge.ts';
import { judgeMatrix } from './matrix-judge.ts';
import { judgeNumber, judgeScale, judgeYesNo } from './number-judges.ts';
import { judgePlace } from './place-judge.ts';
import {
  judgeEmail,
  judgeIban,
  judgeMoment,
  judgeMunicipality,
  judgePhone,
  judgePostalCode,
  judgeTaxCode,
  judgeText,
  judgeUrl,
} from './text-judges.ts';

const judges = new WeakMap<Field, Judge>();

const createJudge = (field: Field): Judge => {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return judgeText(field);
    case 'email':
      return judgeEmail;
    case 'phone':
      return judgePhone;
    case 'url':
      return judgeUrl;
    case 'postal-code':
      return judgePostalCode;
    case 'iban':
      return judgeIban;
    case 'tax-code':
      return judgeTaxCode(field);
    case 'number':
      return judgeNumber(field);
    case 'date':
    case 'time':
      return judgeMoment(field);
    case 'yes-no':
    case 'consent':
      return judgeYesNo;
    case 'choice':
    case 'dropdown':
      return judgeChoice(field);
    case 'choices':
      return judgeChoices(field);
    case 'ranking':
      return judgeRanking(field);
    case 'allocation':
      return judgeAllocation(field);
    case 'scale':
      return judgeScale(field);
    case 'matrix':
      return judgeMatrix(field);
    case 'municipality':
      return judgeMunicipality;
    case 'place':
      return judgePlace;
    case 'file':
      return judgeFile(field);
    default:
      // A note takes no answer; a group's rows are judged field by field.
      return (_, report) => report('answer.unknown-field');
  }
};

/** The judge of a field, made once per field object. */
export const judgeOf = (field: Field): Judge => {
  const known = judges.get(field);
  if (known) return known;
  const judge = createJudge(field);
  judges.set(field, judge);
  return judge;
};
