import { type Answers, type AnswerValue, type Field, type Option, visibleOptions } from '@cmto/contract';
import { createHash } from 'node:crypto';

/** The PDF that a person attaches, and the name the server must know it by. */
export const pdf = { name: 'contributo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
export const pdfHash = createHash('sha256').update(pdf.buffer).digest('hex');

/** What a person who answers everything would say, by kind of question; `wanted` comes first. */
export const sampleAnswer = (
  field: Field,
  wanted: Answers = {},
  options: readonly Option[] = [],
): AnswerValue | undefined => {
  if (Object.hasOwn(wanted, field.id)) return wanted[field.id];
  switch (field.type) {
    case 'text':
      return 'Trasporti serali';
    case 'long-text':
      return 'Più corse serali verso le valli.\nE qualche fermata in più.';
    case 'email':
      return 'ufficio@comune.example.it';
    case 'phone':
      return '0118612111';
    case 'url':
      return 'https://www.example.it/progetto';
    case 'tax-code':
      return 'RSSMRA85T10A562S';
    case 'iban':
      return 'IT60X0542811101000000123456';
    case 'postal-code':
      return '10138';
    case 'number':
      return field.step === 0.5 ? 2.5 : 12;
    case 'date':
      return field.min ?? '2028-05-10';
    case 'time':
      return '17:30';
    case 'yes-no':
    case 'consent':
      return true;
    case 'choice':
      return options[0]!.value;
    case 'dropdown':
      return options[1]!.value;
    case 'choices':
      return [options[0]!.value];
    case 'scale':
      return field.max - 1;
    case 'matrix':
      return Object.fromEntries(
        field.rows.map(({ value }) => [value, field.multiple ? [field.columns[0]!.value] : field.columns[1]!.value]),
      );
    case 'ranking':
      return options.slice(0, field.maxRanked ?? options.length).map(({ value }) => value);
    case 'allocation':
      return { [options[0]!.value]: 60, [options[1]!.value]: 40 };
    case 'municipality':
      return '001125';
    case 'place':
      return { address: 'Piazza Castello, Torino' };
    case 'file':
      return [pdfHash];
    case 'group':
      return [
        Object.fromEntries(
          field.fields.map((nested) => [
            nested.id,
            sampleAnswer(
              nested,
              {},
              visibleOptions(nested, () => undefined),
            )!,
          ]),
        ),
      ];
    default:
      return undefined;
  }
};
