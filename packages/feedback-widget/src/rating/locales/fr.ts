import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'rating.title-page': 'Les informations de cette page sont-elles claires ?',
  'rating.title-service': 'Ce service a-t-il été facile à utiliser ?',
  'rating.star': { one: 'Donner {n} étoile sur 5', other: 'Donner {n} étoiles sur 5' },
  'rating.liked': 'Quels aspects avez-vous préférés ?',
  'rating.liked-clear': 'Les indications étaient claires',
  'rating.liked-complete': 'Les indications étaient complètes',
  'rating.liked-on-track': 'Je comprenais toujours que j’avançais correctement',
  'rating.liked-no-problems': 'Je n’ai pas eu de problèmes techniques',
  'rating.liked-other': 'Autre',
  'rating.difficulty': 'Où avez-vous rencontré le plus de difficultés ?',
  'rating.difficulty-unclear': 'Parfois les indications n’étaient pas claires',
  'rating.difficulty-incomplete': 'Parfois les indications n’étaient pas complètes',
  'rating.difficulty-off-track': 'Parfois je ne comprenais pas si j’avançais correctement',
  'rating.difficulty-problems': 'J’ai eu des problèmes techniques',
  'rating.difficulty-other': 'Autre',
  'rating.step': 'Étape {n} sur 2',
  'rating.details-title': 'Voulez-vous ajouter des détails ?',
  'rating.details': 'Détail',
  'rating.details-help': '200 caractères au plus. N’écrivez pas de données personnelles.',
  'rating.back': 'Précédent',
  'rating.next': 'Suivant',
  'rating.send': 'Envoyer',
  'rating.choose': 'Choisissez une réponse pour continuer.',
  'rating.failed': 'L’envoi n’a pas été possible : vérifiez la connexion et appuyez de nouveau sur « Envoyer ».',
  'rating.thanks': 'Merci, votre avis nous aidera à améliorer le service !',
  'rating.sending': 'Envoi en cours…',
  'rating.waiting':
    'Pas de connexion avec le service pour le moment : votre évaluation reste sur cet appareil et part toute seule quand vous ouvrez une page de ce site.',
  'rating.unkept':
    'Pas de connexion avec le service pour le moment : gardez cette page ouverte jusqu’à ce que votre évaluation parte.',
  'rating.not-taken': 'Votre évaluation n’est pas arrivée',
  'rating.refused': 'Le service n’a pas accepté votre évaluation. Signalez-le à qui gère ce site.',
  'rating.kept': 'Évaluation : {page}',
} satisfies Record<keyof typeof it, Messages[string]>;
