import type { Messages } from '../i18n/translate.ts';
import type it from './consultation-problems.it.ts';

export default {
  'problem.consultation.not-found':
    'This consultation does not exist or is no longer published. Check the link that you followed.',
  'problem.consultation.not-open': 'The consultation is not open yet.',
  'problem.consultation.closed':
    'The consultation is closed and takes no more contributions. You can save a copy of what you wrote.',
  'problem.consultation.version-withdrawn':
    'This version of the consultation was withdrawn. Choose “Correct and send again”: what you wrote moves to the new version.',
  'problem.consultation.version-unknown':
    'This version of the consultation is not published. Choose “Correct and send again”.',
  'problem.contribution.not-found':
    'This contribution does not exist or is no longer published. Reload the page to see those that are.',
  'problem.contribution.already-endorsed': 'This device has already said that you agree with this contribution.',
} satisfies Record<keyof typeof it, Messages[string]>;
