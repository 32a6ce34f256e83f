import type { Words } from './it.ts';

export const fr: Words = {
  'site.institution': 'Ville métropolitaine de Turin',
  'site.skip': 'Aller au contenu',
  'site.languages': 'Langue de la page',
  'receipt.page-title': 'Récépissé',
  'receipt.heading': 'Votre réponse est arrivée',
  'receipt.to': 'Questionnaire',
  'receipt.received-day': 'Arrivée le',
  'receipt.received-instant': 'Arrivée',
  'receipt.completed-day': 'Remplie le',
  'receipt.completed-instant': 'Remplie',
  'receipt.late': 'Elle est arrivée après la clôture, mais avait été remplie à temps : elle a été acceptée.',
  'receipt.code': 'Code du récépissé',
  'receipt.code-help':
    'Toute personne qui a ce code peut ouvrir cette page. Conservez-le : nous ne pouvons pas le retrouver.',
  'receipt.id': 'Identifiant',
  'receipt.hash': 'Empreinte du contenu (SHA-256)',
  'receipt.hash-help': 'Elle prouve que le contenu conservé est celui que vous avez envoyé.',
  'receipt.state': 'État',
  'receipt.state-received': 'Reçue et conservée',
  'receipt.privacy':
    'Par confidentialité, cette page ne montre pas les réponses données. Vous pouvez l’imprimer ou l’enregistrer en PDF depuis le navigateur.',
  'receipt.anonymous': 'Des réponses anonymes, on conserve le jour d’arrivée, pas l’heure.',
  'missing.page-title': 'Récépissé introuvable',
  'missing.heading': 'Il n’y a aucun récépissé avec ce code',
  'missing.check':
    'Vérifiez que vous avez copié l’adresse en entier : le code a 26 lettres et chiffres, sans O, I, L ni U.',
  'missing.queued':
    'Si vous avez répondu sans réseau, la réponse est encore sur votre appareil : elle part toute seule quand vous rouvrez une page du site avec une connexion, et il n’y a de récépissé qu’à ce moment-là.',
  'missing.help': 'Si le code est juste, écrivez au bureau indiqué sur la page du questionnaire.',
};
