import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'confirm.title': 'Confirmez votre adresse de courriel',
  'confirm.code': 'Code à six chiffres',
  'confirm.hint': 'Il vous est parvenu par courriel et vaut 24 heures.',
  'confirm.malformed': 'Le code a six chiffres.',
  'confirm.send': 'Confirmer',
  'confirm.resend': 'Envoyez-moi un autre code',
  'confirm.done': 'Adresse confirmée : la demande est enregistrée.',
  'confirm.sending': 'Nous vérifions le code…',
  'confirm.resent': 'Nous vous avons envoyé un autre code : le précédent n’est plus valable.',
  'confirm.wait': 'Vous pourrez demander un autre code dans une minute.',
  'confirm.many': 'Vous avez déjà demandé plusieurs codes : vous pourrez en demander un autre plus tard.',
  'confirm.offline':
    'Pour confirmer, il faut le réseau, qui manque en ce moment. La demande est en sécurité et le code vaut 24 heures : réessayez quand le réseau sera revenu.',
  'confirm.failed': 'En ce moment le service ne répond pas. La demande est en sécurité : réessayez bientôt.',
} satisfies Record<keyof typeof it, Messages[string]>;
