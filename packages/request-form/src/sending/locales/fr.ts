import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.add': 'Ajouter quelque chose à la demande',
  'request.add-text': 'Votre message',
  'request.add-files': 'Documents',
  'request.add-send': 'Envoyer',
  'request.add-empty': 'Écrivez un message ou joignez un fichier.',
  'request.add-long': {
    one: 'Raccourcissez le message de {n} caractère.',
    many: 'Raccourcissez le message de {n} caractères.',
    other: 'Raccourcissez le message de {n} caractères.',
  },
  'request.add-failed':
    'L’envoi n’a pas pu être préparé sur cet appareil. Ce que vous avez écrit est encore ici : réessayez.',
  'request.no-files':
    'Pour le moment, on ne peut pas joindre de fichiers : rechargez la page quand la connexion est revenue.',

  'request.draft-saved':
    'Brouillon enregistré à {time} sur cet appareil : il ne part que lorsque vous appuyez sur Envoyer.',
  'request.draft-resumed': 'Nous avons retrouvé le brouillon du {when} : vous pouvez continuer là où vous en étiez.',
  'request.draft-unsaved':
    'Le brouillon ne peut pas être enregistré sur cet appareil : gardez la page ouverte jusqu’à l’envoi.',
  'request.draft-nowhere':
    'Rien ne reste sur cet appareil : si vous fermez la page avant l’envoi, ce que vous écrivez est perdu.',
  'request.draft-delete': 'Supprimer le brouillon',
  'request.draft-delete-ask':
    'Voulez-vous supprimer ce que vous avez écrit et les fichiers choisis ? Ils ne peuvent pas être récupérés.',
  'request.draft-delete-yes': 'Oui, supprimer',
  'request.draft-delete-no': 'Non, le garder',
  'request.draft-deleted': 'Brouillon supprimé.',
  'request.draft-failed': 'L’appareil n’a pas répondu : rien n’a changé. Réessayez.',
  'request.draft-merged': 'Ce que vous avez écrit dans un autre onglet est ici aussi : relisez tout avant d’envoyer.',
  'request.draft-missing':
    'Ce que vous voyez ici n’est plus conservé sur cet appareil : vous l’avez peut-être envoyé ou supprimé depuis une autre page. Si vous continuez, c’est un autre complément, sans les fichiers d’avant.',
  'request.draft-deleted-elsewhere':
    'Ce que vous aviez écrit ici a été supprimé, dans un autre onglet ou depuis la liste de ce qui est conservé sur cet appareil.',
  'request.draft-sent': 'Ce que vous aviez écrit ici est déjà parti d’un autre onglet.',
  'request.draft-sent-elsewhere':
    'Le complément est déjà parti d’un autre onglet. Ce que vous lisez ici en est un autre, sans fichiers : supprimez-le s’il est inutile.',

  'request.withdraw': 'Retirer la demande',
  'request.withdraw-ask':
    'Si vous la retirez, le bureau ne l’examine plus et la procédure prend fin. On ne peut pas revenir en arrière : plus tard, vous pourrez en envoyer une autre.',
  'request.withdraw-why': 'Motif (si vous voulez)',
  'request.withdraw-yes': 'Oui, retirer la demande',
  'request.erase': 'Demander l’effacement de vos données',
  'request.erase-ask':
    'Le bureau répond dans le mois. Il peut devoir conserver ce que la loi impose, comme les enregistrements du registre (article 17, paragraphe 3, du règlement UE 2016/679).',
  'request.erase-yes': 'Oui, demander l’effacement',
  'request.no': 'Non, revenir en arrière',

  'request.waiting': 'Pas encore parti de cet appareil',
  'request.waiting-kept':
    'Il est en sécurité sur cet appareil et part tout seul dès que le réseau ou le service répondent.',
  'request.waiting-memory': 'Gardez cette page ouverte : si vous la fermez, il ne part pas.',
  'request.waiting-now': 'Essayer d’envoyer maintenant',
  'request.waiting-still': 'Toujours pas de réponse du service.',
  'request.waiting-discard': 'Ne pas l’envoyer',
  'request.missed':
    'Un message qui attendait de partir n’est plus sur cet appareil : une autre page l’a peut-être envoyé ou supprimé. S’il est arrivé, vous le trouvez parmi les messages.',
  'request.refused': 'Le service ne l’a pas accepté. Ce que vous aviez écrit :',
  'request.kind-addition': 'Complément',
  'request.kind-withdrawal': 'Retrait de la demande',
  'request.kind-erasure': 'Demande d’effacement des données',
  'request.kind-of': '{kind} : {title}',
  'request.sending': 'Envoi en cours…',
  'request.sent-addition': 'Arrivé : le bureau a reçu votre complément.',
  'request.sent-withdrawal': 'La demande est retirée.',
  'request.sent-erasure': 'Le bureau a reçu votre demande d’effacement.',

  'field.file-done': 'Prêt : il part quand vous appuyez sur Envoyer',
  'field.file-stored': '{name} : prêt',
} satisfies Messages & Record<keyof typeof it, unknown>;
