import type { Messages } from '../i18n/translate.ts';
import type it from './consultation-problems.it.ts';

export default {
  'problem.consultation.not-found':
    'Cette consultation n’existe pas ou n’est plus publiée. Vérifiez le lien que vous avez suivi.',
  'problem.consultation.not-open': 'La consultation n’est pas encore ouverte.',
  'problem.consultation.closed':
    'La consultation est close et ne prend plus de contributions. Vous pouvez enregistrer une copie de ce que vous avez écrit.',
  'problem.consultation.version-withdrawn':
    'Cette version de la consultation a été retirée. Choisissez « Corriger et renvoyer » : ce que vous avez écrit passe à la nouvelle version.',
  'problem.consultation.version-unknown':
    'Cette version de la consultation n’est pas publiée. Choisissez « Corriger et renvoyer ».',
  'problem.contribution.not-found':
    'Cette contribution n’existe pas ou n’est plus publiée. Rechargez la page pour voir celles qui le sont.',
  'problem.contribution.already-endorsed': 'Cet appareil a déjà dit que vous êtes d’accord avec cette contribution.',
} satisfies Record<keyof typeof it, Messages[string]>;
