import type { Survey } from '@cmto/contract';
import { suiteVersions } from '@cmto/testing/api-suite';
import { aSurvey, oneFieldOfEachType } from '@cmto/testing/builders';

/** What is there to be asked for and answered: the suite's surveys, and one that keeps language, page and times too. */
export const surveys = (): readonly Survey[] => [
  ...suiteVersions(Date.now()).map(({ survey }) => survey),
  aSurvey({ slug: 'verifica-riservata', attribution: 'confidential', fields: oneFieldOfEachType() }),
];
