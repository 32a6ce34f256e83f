import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'form.loading': 'Loading the questions…',
  'form.minutes': { one: 'Time needed: about {n} minute', other: 'Time needed: about {n} minutes' },
  'form.required-note': 'Fields marked with an asterisk (*) are required.',
  'form.anonymous': 'Anonymous answers',
  'form.confidential': 'Confidential answers',
  'form.privacy': 'How we treat your data',
  'form.step': 'Step {current} of {total}',
  'form.steps': 'Steps of the survey',
  'form.review': 'Review',
  'form.next': 'Next',
  'form.send': 'Send',
  'form.retry': 'Try again',
  'form.part-missing':
    'A part of the survey could not be loaded. Check your connection and press again: your answers are safe.',
  'form.unavailable': 'The survey cannot be loaded right now.',
} satisfies Messages & Record<keyof typeof it, unknown>;
