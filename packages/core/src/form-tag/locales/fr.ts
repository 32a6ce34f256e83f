import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'survey.loading': 'Chargement des questions…',
  'survey.minutes': { one: 'Temps nécessaire : environ {n} minute', other: 'Temps nécessaire : environ {n} minutes' },
  'survey.required-note': 'Les champs marqués d’un astérisque (*) sont obligatoires.',
  'survey.anonymous': 'Réponses anonymes',
  'survey.confidential': 'Réponses confidentielles',
  'survey.privacy': 'Comment nous traitons vos données',
  'survey.step': 'Étape {current} sur {total}',
  'survey.steps': 'Étapes du questionnaire',
  'survey.step-done': 'Terminée',
  'survey.review': 'Récapitulatif',
  'survey.back': 'Précédent',
  'survey.next': 'Suivant',
  'survey.send': 'Envoyer',
  'survey.retry': 'Réessayer',
  'survey.part-missing':
    'Une partie du questionnaire n’a pas pu être chargée. Vérifiez la connexion et appuyez de nouveau : vos réponses sont en sécurité.',
  'survey.unavailable': 'Le questionnaire ne peut pas être chargé pour le moment.',
} satisfies Messages & Record<keyof typeof it, unknown>;
