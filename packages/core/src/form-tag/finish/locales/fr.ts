import type { Messages } from '../../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'survey.closes': 'Date limite : {when}',
  'survey.rome-time': 'heure de Rome',
  'survey.end-of-day': 'fin de journée, heure de Rome',
  'survey.unavailable-help': 'La connexion ou le service sont peut-être interrompus. Nous réessaierons bientôt.',
  'survey.unavailable-draft': 'Si vous aviez commencé, votre brouillon est en sécurité sur cet appareil.',
  'survey.unavailable-editor': 'Pour qui gère la page : pas de réponse du service à l’adresse {base}.',
  'survey.unavailable-origin':
    'Pour les responsables de la page : le service à l’adresse {base} ne répond pas, ou n’accepte pas les pages de {origin}. Son gestionnaire peut les admettre.',
  'survey.answered':
    'Une réponse est déjà partie de cet appareil ; elle a été reçue le {day}. Ci-dessous, vous pouvez en donner une autre.',
  'survey.forget': 'Retirer de cet appareil',
  'survey.sent-elsewhere':
    'Ce brouillon a été envoyé depuis un autre onglet : ce que vous écrivez ici devient une nouvelle réponse.',
  'survey.files-gone': 'Ses fichiers sont partis avec lui : joignez-les à nouveau s’ils sont utiles ici aussi.',
  'survey.conflict':
    'Vous avez répondu à la même question dans deux onglets. Choisissez la réponse à garder, puis envoyez.',
  'survey.conflict-here': 'Dans le questionnaire',
  'survey.conflict-there': 'Depuis l’autre onglet',
  'survey.conflict-keep': 'Garder celle du questionnaire',
  'survey.conflict-take': 'Utiliser celle de l’autre onglet',
  'survey.merged': 'Ce que vous avez écrit dans un autre onglet est ici aussi : vérifiez avant d’envoyer.',
  'survey.still-queued': 'Toujours pas de réponse du service (à {time}).',
  'survey.waiting': 'La réponse que vous avez déjà envoyée est en sécurité sur cet appareil et partira toute seule.',
  'survey.languages': 'Langue du questionnaire',
  'survey.privacy-link': 'Lire la notice complète',
  'survey.retention-years': {
    one: 'Nous conservons les réponses {n} an.',
    other: 'Nous conservons les réponses {n} ans.',
  },
  'survey.retention': {
    one: 'Nous conservons les réponses {n} jour.',
    other: 'Nous conservons les réponses {n} jours.',
  },
  'survey.saved': 'Brouillon enregistré à {time} sur cet appareil',
  'survey.save-failed':
    'Impossible d’enregistrer le brouillon sur cet appareil : gardez cette page ouverte jusqu’à l’envoi.',
  'survey.not-kept':
    'Rien n’est conservé sur cet appareil : si vous fermez la page avant l’envoi, vos réponses seront perdues.',
  'survey.resumed': 'Nous avons retrouvé votre brouillon du {when} : vous pouvez reprendre là où vous en étiez.',
  'survey.device-failed': 'L’appareil n’a pas répondu : rien n’a changé. Réessayez.',
  'survey.offline-ready': 'Vous pouvez continuer même sans réseau.',
  'survey.delete': 'Supprimer le brouillon',
  'survey.delete-ask': 'Supprimer toutes les réponses données jusqu’ici ? Elles ne pourront pas être récupérées.',
  'survey.delete-yes': 'Oui, supprimer',
  'survey.delete-no': 'Non, les garder',
  'survey.deleted': 'Brouillon supprimé.',
  'survey.no-slug': 'Il manque ici le nom du questionnaire.',
  'survey.no-slug-help':
    'Pour qui gère la page : ajoutez l’attribut slug, par exemple <cmto-survey slug="questionario-psm">.',
  'survey.no-api': 'L’adresse du service manque ici, ou n’est pas valable.',
  'survey.no-api-help':
    'Pour qui gère la page : chargez le script du kit depuis son serveur, ou indiquez l’attribut api.',
  'survey.not-found': 'Ce questionnaire n’existe pas.',
  'survey.not-found-help':
    'Il a peut-être été retiré ou renommé. Cherchez-le sur ce site, ou écrivez au bureau qui l’a publié. Pour qui gère la page : aucun questionnaire publié ne s’appelle « {slug} ».',
  'survey.not-open': 'Le questionnaire n’est pas encore ouvert.',
  'survey.not-open-help': 'Vous pourrez répondre à partir du {when}.',
  'survey.closed': 'Le questionnaire est clos.',
  'survey.closed-help':
    'Vous pouviez répondre jusqu’au {when}. Merci à toutes celles et ceux qui ont participé : les résultats seront publiés sur ce site.',
  'survey.closed-draft': 'Un brouillon qui n’a pas été envoyé se trouve sur cet appareil.',
  'survey.colon': ' :',
  'survey.errors': { one: 'Il y a {n} réponse à corriger', other: 'Il y a {n} réponses à corriger' },
  'survey.clear-choice': 'Effacer le choix',
  'survey.choice-cleared': 'Choix effacé.',
  'survey.review-title': 'Vérifiez vos réponses',
  'survey.review-help':
    'Relisez vos réponses : vous pouvez encore les modifier. Quand tout est en ordre, appuyez sur Envoyer.',
  'survey.change': 'Modifier',
  'survey.change-page': 'Modifier : {page}',
  'survey.unanswered': 'Sans réponse',
  'survey.yes': 'Oui',
  'survey.no': 'Non',
  'survey.sending': 'Envoi en cours…',
  'survey.sending-files': {
    one: 'Il reste {n} fichier à envoyer : cela peut prendre quelques minutes.',
    many: 'Il reste {n} fichiers à envoyer : cela peut prendre quelques minutes.',
    other: 'Il reste {n} fichiers à envoyer : cela peut prendre quelques minutes.',
  },
  'survey.sending-leave':
    'Mieux vaut garder cette page ouverte. Si vous la fermez, votre réponse reste sur cet appareil et part quand vous rouvrez une page de ce site.',
  'survey.sending-stay': 'Gardez cette page ouverte : si vous la fermez, votre réponse ne part pas.',
  'survey.queued': 'Votre réponse est enregistrée sur cet appareil, mais n’est pas encore partie.',
  'survey.queued-help':
    'Le réseau ou le service ne répondent pas pour le moment. Elle partira toute seule dès que possible, ou quand vous ouvrirez une page de ce site : inutile de recommencer.',
  'survey.queued-memory': 'Votre réponse n’est pas encore partie.',
  'survey.queued-memory-help':
    'Le réseau ou le service ne répondent pas pour le moment, et nous ne pouvons pas la conserver sur cet appareil : gardez cette page ouverte, elle partira toute seule dès que possible.',
  'survey.send-now': 'Essayer d’envoyer maintenant',
  'survey.submitted': 'Merci : votre réponse est arrivée.',
  'survey.received-at': 'Reçue le {when}.',
  'survey.received-on': 'Reçue le {day}.',
  'survey.late': 'Elle est arrivée après la clôture, mais a été terminée à temps : elle a été acceptée.',
  'survey.code': 'Code du récépissé',
  'survey.code-help':
    'Avec ce code, vous pouvez revoir le récépissé. Toute personne qui le connaît peut le voir : gardez-le bien. Le récépissé ne contient pas vos réponses.',
  'survey.copy': 'Copier le code',
  'survey.copied': 'Code copié.',
  'survey.copy-failed': 'Impossible de copier d’ici : sélectionnez le code et copiez-le.',
  'survey.open-receipt': 'Ouvrir le récépissé',
  'survey.print': 'Imprimer',
  'survey.download': 'Télécharger vos réponses',
  'survey.download-name': 'reponses',
  'survey.answer-again': 'Remplir une autre réponse',
  'survey.attention': 'Votre réponse n’a pas été acceptée.',
  'survey.attention-kept': 'Vos réponses sont toujours sur cet appareil : rien n’est perdu.',
  'survey.attention-memory':
    'Vos réponses sont encore sur cette page, mais seulement ici : si vous la fermez, elles sont perdues.',
  'survey.correct': 'Corriger et renvoyer',
  'survey.send-as-new': 'Envoyer comme nouvelle réponse',
  'survey.save-copy': 'Enregistrer une copie',
  'survey.changed-version':
    'Le questionnaire a été mis à jour après le début de votre brouillon. Vos réponses ont été reportées ; vérifiez-les avant l’envoi.',
  'survey.set-aside':
    'Ces réponses ne correspondent plus à aucune question. Elles ne seront pas envoyées ; les voici, pour les copier :',
} satisfies Messages & Record<keyof typeof it, unknown>;
