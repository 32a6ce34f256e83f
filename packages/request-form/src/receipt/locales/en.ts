import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.received': 'Arrived',
  'request.hash': 'Fingerprint of the content (SHA-256)',
  'request.code-keep': 'Whoever has this code can read everything. Keep it: we cannot recover it.',
  'request.copy': 'Copy the code',
  'request.copied': 'Code copied.',
  'request.copy-failed': 'The code could not be copied: select it and copy it by hand.',
  'request.survey-received': 'Your answer has arrived and is kept.',
  'request.contribution-received': 'Your contribution has arrived and is kept.',
} satisfies Messages & Record<keyof typeof it, unknown>;
