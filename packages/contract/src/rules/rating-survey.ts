import type { Condition } from '../schemas/condition.ts';
import type { Option } from '../schemas/field.ts';
import type { Survey } from '../schemas/survey.ts';
import { longestRatingDetails, mostDifficultStars, mostStars, ratingAnswers, ratingSubjects } from './rating.ts';

const optionsOf = <Value extends string>(values: readonly Value[], labels: Record<Value, string>): Option[] =>
  values.map((value) => ({ value, label: labels[value] }));

const isPraise: Condition = { field: 'stars', op: 'greater', value: mostDifficultStars };

/**
 * What `POST /ratings` takes, as a survey that nobody has to publish: its form judges ratings as all answers are
 * judged. Its name is taken: no survey or service of a department can have it. The words are the national model's
 * (design-comuni, `cmp-rating`); people read them in the widget's own languages.
 */
export const ratingSurvey: Survey = {
  slug: 'ratings',
  version: 1,
  department: 'innovazione-ict',
  title: { it: 'Valutazione', en: 'Rating', fr: 'Évaluation' },
  languages: ['it', 'en', 'fr'],
  access: 'open',
  identity: 'none',
  attribution: 'anonymous',
  privacy: {
    notice: 'Si conservano le stelle, la risposta, il testo, la pagina e il giorno: nient’altro.',
    retentionDays: 1095,
  },
  form: {
    pages: [
      {
        id: 'rating',
        fields: [
          {
            id: 'subject',
            type: 'choice',
            label: 'Che cosa è valutato',
            required: true,
            options: optionsOf(ratingSubjects, { page: 'La pagina', service: 'Il servizio' }),
          },
          {
            id: 'stars',
            type: 'scale',
            label: 'Stelle',
            required: true,
            min: 1,
            max: mostStars,
            display: 'stars',
          },
          {
            id: 'liked',
            type: 'choice',
            label: 'Quali sono stati gli aspetti che hai preferito?',
            required: true,
            visibleIf: isPraise,
            options: optionsOf(ratingAnswers.liked, {
              clear: 'Le indicazioni erano chiare',
              complete: 'Le indicazioni erano complete',
              'on-track': 'Capivo sempre che stavo procedendo correttamente',
              'no-problems': 'Non ho avuto problemi tecnici',
              other: 'Altro',
            }),
          },
          {
            id: 'difficulty',
            type: 'choice',
            label: 'Dove hai incontrato le maggiori difficoltà?',
            required: true,
            visibleIf: { not: isPraise },
            options: optionsOf(ratingAnswers.difficulty, {
              unclear: 'A volte le indicazioni non erano chiare',
              incomplete: 'A volte le indicazioni non erano complete',
              'off-track': 'A volte non capivo se stavo procedendo correttamente',
              problems: 'Ho avuto problemi tecnici',
              other: 'Altro',
            }),
          },
          { id: 'details', type: 'long-text', label: 'Dettaglio', maxLength: longestRatingDetails },
        ],
      },
    ],
  },
};
