import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.received': 'Arrivée',
  'request.hash': 'Empreinte du contenu (SHA-256)',
  'request.code-keep': 'Toute personne qui a ce code peut tout lire. Conservez-le : nous ne pouvons pas le retrouver.',
  'request.copy': 'Copier le code',
  'request.copied': 'Code copié.',
  'request.copy-failed': 'Le code n’a pas pu être copié : sélectionnez-le et copiez-le à la main.',
  'request.survey-received': 'Votre réponse est arrivée et elle est conservée.',
  'request.contribution-received': 'Votre contribution est arrivée et elle est conservée.',
} satisfies Messages & Record<keyof typeof it, unknown>;
