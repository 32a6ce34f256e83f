import { ratingSurvey } from '@cmto/contract';
import { Representation } from '../http/representation.ts';
import type { PublishedSurvey } from '../surveys/published-survey.ts';

const version = {
  version: ratingSurvey.version,
  withdrawn: false,
  definition: ratingSurvey,
  form: ratingSurvey.form,
  representation: new Representation(JSON.stringify(ratingSurvey)),
};

/** The form of ratings, as what is published: it is the contract's, is in no table, and never closes. */
export const publishedRatings: PublishedSurvey = {
  kind: 'survey',
  slug: ratingSurvey.slug,
  department: ratingSurvey.department,
  opensAt: undefined,
  closesAt: undefined,
  graceMinutes: 0,
  anonymous: true,
  versions: new Map([[version.version, version]]),
  current: version,
};
