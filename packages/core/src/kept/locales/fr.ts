import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'kept.title': 'Conservé sur cet appareil',
  'kept.summary': {
    one: 'Ce qui est conservé sur cet appareil ({n})',
    other: 'Ce qui est conservé sur cet appareil ({n})',
    many: 'Ce qui est conservé sur cet appareil ({n})',
  },
  'kept.help':
    'Brouillons, réponses et récépissés ne sont qu’ici, dans votre navigateur, jusqu’à ce que vous les supprimiez. Ce qui attend part tout seul quand vous ouvrez une page de ce site.',
  'kept.draft': 'Brouillon non envoyé, enregistré le {when}.',
  'kept.queued': 'Prête depuis le {when}, pas encore partie.',
  'kept.attention': 'Refusée par le service : c’est à vous. Enregistrée le {when}.',
  'kept.delivered': 'Envoyée : reçue le {when}.',
  'kept.code': 'Code du récépissé',
  'kept.colon': ' :',
  'kept.other-tab': 'depuis l’autre onglet',
  'kept.old': 'Il est ici depuis plus de 30 jours : en avez-vous encore besoin ?',
  'kept.keep': 'Oui, le garder',
  'kept.keep-of': 'Oui, le garder : {title}',
  'kept.open': 'Ouvrir',
  'kept.open-of': 'Ouvrir : {title}',
  'kept.send': 'Essayer d’envoyer maintenant',
  'kept.send-of': 'Essayer d’envoyer maintenant : {title}',
  'kept.sending': 'Envoi en cours…',
  'kept.sent': 'Elle n’attend plus : lisez dans la liste ce qu’il en est.',
  'kept.waits': 'Toujours pas de réponse du service : elle reste ici et réessaiera toute seule.',
  'kept.elsewhere': 'Un autre onglet est déjà en train de l’envoyer : lisez ici dans un instant ce qu’il en est.',
  'kept.receipt': 'Ouvrir le récépissé',
  'kept.receipt-of': 'Ouvrir le récépissé : {title}',
  'kept.save': 'Enregistrer une copie',
  'kept.save-of': 'Enregistrer une copie : {title}',
  'kept.delete': 'Supprimer',
  'kept.delete-of': 'Supprimer : {title}',
  'kept.delete-draft': 'Supprimer ce brouillon ? Il est impossible de le récupérer.',
  'kept.delete-queued':
    'Rien ne confirme encore son arrivée : si vous la supprimez ici, elle ne sera plus envoyée. La supprimer ?',
  'kept.delete-attention': 'Elle n’est pas arrivée au service, et ne peut pas être récupérée d’ici. La supprimer ?',
  'kept.delete-delivered':
    'La réponse est arrivée et reste au service : seul le récépissé disparaît d’ici. Le retirer ?',
  'kept.delete-yes': 'Oui, supprimer',
  'kept.delete-yes-of': 'Oui, supprimer : {title}',
  'kept.delete-no': 'Non, garder',
  'kept.deleted': 'Supprimé de cet appareil.',
  'kept.not-deleted':
    'Pas supprimé : l’envoi est peut-être en cours. Dans un instant, lisez ici ce qu’il en est, ou réessayez.',
  'kept.lost-title': { one: 'Une réponse n’est plus ici', other: '{n} réponses ne sont plus ici' },
  'kept.lost': {
    one: '{n} réponse qui attendait d’être envoyée n’est plus ici : le navigateur a supprimé les données de ce site. Pour qu’elle compte, remplissez-la de nouveau.',
    many: '{n} réponses qui attendaient d’être envoyées ne sont plus ici : le navigateur a supprimé les données de ce site. Pour qu’elles comptent, remplissez-les de nouveau.',
    other:
      '{n} réponses qui attendaient d’être envoyées ne sont plus ici : le navigateur a supprimé les données de ce site. Pour qu’elles comptent, remplissez-les de nouveau.',
  },
  'kept.understood': 'J’ai compris',
  'kept.unreadable':
    'Quelque chose est conservé sur cet appareil que le navigateur ne laisse pas lire pour le moment. Fermez les autres onglets de ce site et rechargez la page.',
} satisfies Messages & Record<keyof typeof it, unknown>;
