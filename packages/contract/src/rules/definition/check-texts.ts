import type { ConsultationFile } from '../../schemas/consultation.ts';
import type { Procedure } from '../../schemas/service.ts';
import type { SurveyFile } from '../../schemas/survey.ts';
import type { LocalizedText } from '../../schemas/text.ts';
import { isRecord, own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { type PlacedField, placedFields } from './walk.ts';

const textKeys = [
  'title',
  'intro',
  'thanks',
  'label',
  'help',
  'text',
  'unit',
  'minLabel',
  'maxLabel',
  'notice',
  'law',
  'costs',
  'rules',
] as const;

/** What of a definition holds its texts: a survey's and a service's alike. */
type Texts = Pick<SurveyFile, 'form' | 'languages' | 'privacy'>;

type PlacedText = readonly [text: LocalizedText, pointer: string];

const textsOf = (holder: object, pointer: string): PlacedText[] => {
  const texts: PlacedText[] = [];
  for (const key of textKeys) {
    const text = own(holder, key as never) as LocalizedText | undefined;
    if (text !== undefined) texts.push([text, `${pointer}/${key}`]);
  }
  const messages = own(holder, 'messages' as never) as Record<string, LocalizedText> | undefined;
  for (const [code, text] of Object.entries(messages ?? {})) texts.push([text, `${pointer}/messages/${code}`]);
  return texts;
};

const fieldTexts = ({ field, pointer }: PlacedField): PlacedText[] => [
  ...textsOf(field, pointer),
  ...(['options', 'rows', 'columns'] as const).flatMap((key) =>
    ((own(field, key) ?? []) as readonly object[]).flatMap((line, at) => textsOf(line, `${pointer}/${key}/${at}`)),
  ),
];

const wordsOf = (text: LocalizedText): string[] => (isRecord(text) ? Object.values(text) : [text]) as string[];

const checkLinks = ([text, pointer]: PlacedText, report: DefinitionReport): void => {
  for (const words of wordsOf(text)) {
    for (const [, href] of words.matchAll(/\]\(([^)\s]{0,2000})\)/g)) {
      if (!/^(?:https?:\/\/|mailto:|tel:)./i.test(href!)) {
        report.error(
          pointer,
          'definition.link',
          `a link may lead to http, https, mailto or tel only, not to “${href!.slice(0, 60)}”`,
        );
      }
    }
  }
};

const checkQuotes = ([text, pointer]: PlacedText, earlier: ReadonlySet<string>, report: DefinitionReport): void => {
  for (const words of wordsOf(text)) {
    for (const [, id] of words.matchAll(/\{\{\s*([^{}]{0,80}?)\s*\}\}/g)) {
      if (!earlier.has(id!)) report.error(pointer, 'definition.quote', `{{${id}}} quotes no earlier field`);
    }
  }
};

const checkForm = (file: Texts, report: DefinitionReport): PlacedText[] => {
  const fields = placedFields(file.form);
  const earlier = new Set<string>();
  const all: PlacedText[] = [];
  let page = -1;
  for (const placed of fields) {
    const pageAt = Number(placed.pointer.split('/')[3]);
    const texts = fieldTexts(placed);
    if (pageAt !== page) texts.unshift(...textsOf(file.form.pages[pageAt]!, `/form/pages/${pageAt}`));
    page = pageAt;
    const row = placed.group ? fields.filter(({ group }) => group === placed.group) : [];
    const inRow = row.slice(0, row.indexOf(placed)).map(({ field }) => field.id);
    const known = inRow.length > 0 ? new Set([...earlier, ...inRow]) : earlier;
    for (const text of texts) checkQuotes(text, known, report);
    all.push(...texts);
    if (!placed.group && placed.field.type !== 'note' && placed.field.type !== 'group') earlier.add(placed.field.id);
  }
  return all;
};

const checkLanguages = (file: Texts, texts: readonly PlacedText[], report: DefinitionReport): void => {
  const [first = '', ...others] = file.languages;
  const missing = new Map<string, string[]>();
  for (const [text, pointer] of texts) {
    if (!isRecord(text)) continue;
    if (!Object.hasOwn(text, first))
      report.error(
        pointer,
        'definition.missing-text',
        `the text in the first language (${first}) is missing: all others fall back to it`,
      );
    for (const language of others) {
      if (!Object.hasOwn(text, language)) missing.set(language, [...(missing.get(language) ?? []), pointer]);
    }
  }
  for (const [language, [pointer = '', ...more]] of missing) {
    const others = more.length > 0 ? ` and at ${more.length} other places` : '';
    report.warn(pointer, 'definition.missing-translation', `${language} is missing here${others}: ${first} is shown`);
  }
  const repeated = file.languages.findIndex((language, at) => file.languages.indexOf(language) < at);
  if (repeated >= 0)
    report.error(
      `/languages/${repeated}`,
      'definition.duplicate-language',
      `${file.languages[repeated]} is named twice`,
    );
};

/** The texts of a service's procedure, with their places. */
export const procedureTexts = (procedure: Procedure): PlacedText[] => [
  ...textsOf(procedure, '/procedure'),
  ...(own(procedure, 'documents') ?? []).flatMap((document, at) => textsOf(document, `/procedure/documents/${at}`)),
  ...(own(procedure, 'steps') ?? []).map((step, at): PlacedText => [step, `/procedure/steps/${at}`]),
];

/** The texts of a consultation beside its form: the document's, and the rules by which contributions are published. */
export const consultationTexts = (file: ConsultationFile): PlacedText[] => {
  const document = own(file, 'document');
  return [
    ...textsOf(file.moderation, '/moderation'),
    ...file.moderation.reasons.flatMap((reason, at) => textsOf(reason, `/moderation/reasons/${at}`)),
    ...(document ? textsOf(document, '/document') : []),
    ...(document?.sections ?? []).flatMap((section, at) => textsOf(section, `/document/sections/${at}`)),
  ];
};

/** Texts are there in the first language, quote earlier answers only, and link to safe places only. `more`: those beside the form's. */
export const checkTexts = (file: Texts, report: DefinitionReport, more: readonly PlacedText[] = []): void => {
  const texts = [...textsOf(file, ''), ...textsOf(file.privacy, '/privacy'), ...more, ...checkForm(file, report)];
  checkLanguages(file, texts, report);
  for (const text of texts) checkLinks(text, report);
};
