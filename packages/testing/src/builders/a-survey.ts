import type { Field, Page, Survey } from '@cmto/contract';
import { aField } from './a-field.ts';
import { words } from './words.ts';

/** States and parts of a survey that tests ask for by name; any part of the definition may be given as well. */
export interface SurveyTraits extends Partial<Omit<Survey, 'form'>> {
  /** The fields of a single page. */
  readonly fields?: readonly Field[];
  readonly pages?: readonly Page[];
  readonly closed?: boolean;
  readonly notYetOpen?: boolean;
}

const hour = 3_600_000;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A page of a form; its title is its id. */
export const aPage = (id: string, fields: readonly Field[], parts: Partial<Page> = {}): Page => ({
  id,
  title: words(`Pagina ${id}`, `Page ${id}`),
  fields: [...fields],
  ...parts,
});

/** A valid, open, anonymous survey with one required text field, and whatever the test says is different. */
export const aSurvey = ({ fields, pages, closed, notYetOpen, ...parts }: SurveyTraits = {}): Survey => ({
  slug: 'prova',
  version: 1,
  department: 'pianificazione-strategica',
  title: words('Sondaggio di prova', 'Trial survey'),
  languages: ['it', 'en', 'fr'],
  access: 'open',
  identity: 'none',
  attribution: 'anonymous',
  privacy: { notice: words('Informativa di prova.', 'Trial notice.'), retentionDays: 30 },
  form: { pages: [...(pages ?? [aPage('prima', fields ?? [aField('text', { required: true })])])] },
  ...(closed ? { opensAt: instant(Date.now() - 48 * hour), closesAt: instant(Date.now() - 24 * hour) } : {}),
  ...(notYetOpen ? { opensAt: instant(Date.now() + 24 * hour) } : {}),
  ...parts,
});
