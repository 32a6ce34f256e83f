import type { Survey } from '@cmto/contract';
import { aField, aSurvey, oneFieldOfEachType } from '../builders/index.ts';

/** One version of a survey that an implementation publishes before the suite runs. */
export interface SuiteVersion {
  readonly survey: Survey;
  /** Withdrawn once all versions are published. */
  readonly withdrawn?: true;
}

const hour = 3_600_000;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
const text = () => [aField('text', { required: true, maxLength: 200 })];

/**
 * What the suite asks about, in the order to publish, with dates around `now`. Names begin with `verifica-`, since
 * they stand among an institution's own surveys.
 */
export const suiteVersions = (now: number): readonly SuiteVersion[] => [
  { survey: aSurvey({ slug: 'verifica-aperta', fields: text() }) },
  { survey: aSurvey({ slug: 'verifica-altra', fields: text() }) },
  { survey: aSurvey({ slug: 'verifica-tipi', fields: oneFieldOfEachType() }) },
  { survey: aSurvey({ slug: 'verifica-chiusa', fields: text(), closesAt: instant(now - hour) }) },
  {
    survey: aSurvey({
      slug: 'verifica-tolleranza',
      fields: text(),
      closesAt: instant(now - hour),
      graceMinutes: 525_600,
    }),
  },
  { survey: aSurvey({ slug: 'verifica-futura', fields: text(), opensAt: '2999-01-01T00:00:00Z' }) },
  { survey: aSurvey({ slug: 'verifica-versioni', version: 1, fields: text() }), withdrawn: true },
  { survey: aSurvey({ slug: 'verifica-versioni', version: 2, fields: [...text(), aField('number')] }) },
  { survey: aSurvey({ slug: 'verifica-versioni', version: 3, fields: [...text(), aField('yes-no')] }) },
  {
    survey: aSurvey({
      slug: 'verifica-condizioni',
      fields: [
        aField('choice', { required: true }),
        aField('text', { visibleIf: { field: 'choice', op: 'equals', value: 'a' }, required: true }),
        aField('choices', { other: true, maxSelected: 2 }),
      ],
    }),
  },
];
