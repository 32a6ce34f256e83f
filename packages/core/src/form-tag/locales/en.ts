import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'survey.loading': 'Loading the questions…',
  'survey.minutes': { one: 'Time needed: about {n} minute', other: 'Time needed: about {n} minutes' },
  'survey.required-note': 'Fields marked with an asterisk (*) are required.',
  'survey.anonymous': 'Anonymous answers',
  'survey.confidential': 'Confidential answers',
  'survey.privacy': 'How we treat your data',
  'survey.step': 'Step {current} of {total}',
  'survey.steps': 'Steps of the survey',
  'survey.step-done': 'Done',
  'survey.review': 'Review',
  'survey.back': 'Back',
  'survey.next': 'Next',
  'survey.send': 'Send',
  'survey.retry': 'Try again',
  'survey.part-missing':
    'A part of the survey could not be loaded. Check your connection and press again: your answers are safe.',
  'survey.unavailable': 'The survey cannot be loaded right now.',
} satisfies Messages & Record<keyof typeof it, unknown>;
