import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'form.loading': 'Chargement des questions…',
  'form.minutes': { one: 'Temps nécessaire : environ {n} minute', other: 'Temps nécessaire : environ {n} minutes' },
  'form.required-note': 'Les champs marqués d’un astérisque (*) sont obligatoires.',
  'form.anonymous': 'Réponses anonymes',
  'form.confidential': 'Réponses confidentielles',
  'form.privacy': 'Comment nous traitons vos données',
  'form.step': 'Étape {current} sur {total}',
  'form.steps': 'Étapes du questionnaire',
  'form.review': 'Récapitulatif',
  'form.next': 'Suivant',
  'form.send': 'Envoyer',
  'form.retry': 'Réessayer',
  'form.part-missing':
    'Une partie du questionnaire n’a pas pu être chargée. Vérifiez la connexion et appuyez de nouveau : vos réponses sont en sécurité.',
  'form.unavailable': 'Le questionnaire ne peut pas être chargé pour le moment.',
} satisfies Messages & Record<keyof typeof it, unknown>;
