import type { Messages } from '../../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'form.step-done': 'Terminée',
  'form.back': 'Précédent',
  'form.closes': 'Date limite : {when}',
  'form.rome-time': 'heure de Rome',
  'form.end-of-day': 'fin de journée, heure de Rome',
  'form.unavailable-help': 'La connexion ou le service sont peut-être interrompus. Nous réessaierons bientôt.',
  'form.unavailable-draft': 'Si vous aviez commencé, votre brouillon est en sécurité sur cet appareil.',
  'form.unavailable-editor': 'Pour qui gère la page : pas de réponse du service à l’adresse {base}.',
  'form.unavailable-origin':
    'Pour les responsables de la page : le service à l’adresse {base} ne répond pas, ou n’accepte pas les pages de {origin}. Son gestionnaire peut les admettre.',
  'form.unavailable-version': 'L’adresse comprend la version : elle finit d’ordinaire par /api/v1.',
  'form.answered':
    'Une réponse est déjà partie de cet appareil ; elle a été reçue le {day}. Ci-dessous, vous pouvez en donner une autre.',
  'form.forget': 'Retirer de cet appareil',
  'form.sent-elsewhere':
    'Ce brouillon a été envoyé depuis un autre onglet : ce que vous écrivez ici devient une nouvelle réponse.',
  'form.files-gone': 'Ses fichiers sont partis avec lui : joignez-les à nouveau s’ils sont utiles ici aussi.',
  'form.other-version':
    'Un autre onglet continue ce brouillon avec une autre version des questions : ici, vous continuez avec un brouillon à part. L’autre se trouve dans la liste de ce qui est conservé sur cet appareil.',
  'form.files-apart': 'Les fichiers sont restés avec l’autre : joignez-les à nouveau s’ils sont utiles ici aussi.',
  'form.conflict':
    'Vous avez répondu à la même question dans deux onglets. Choisissez la réponse à garder, puis envoyez.',
  'form.conflict-here': 'Dans le questionnaire',
  'form.conflict-there': 'Depuis l’autre onglet',
  'form.conflict-keep': 'Garder celle du questionnaire',
  'form.conflict-take': 'Utiliser celle de l’autre onglet',
  'form.merged': 'Ce que vous avez écrit dans un autre onglet est ici aussi : vérifiez avant d’envoyer.',
  'form.still-queued': 'Toujours pas de réponse du service (à {time}).',
  'form.waiting': 'La réponse que vous avez déjà envoyée est en sécurité sur cet appareil et partira toute seule.',
  'form.languages': 'Langue du questionnaire',
  'form.privacy-link': 'Lire la notice complète',
  'form.retention-years': {
    one: 'Nous conservons les réponses {n} an.',
    other: 'Nous conservons les réponses {n} ans.',
  },
  'form.retention': {
    one: 'Nous conservons les réponses {n} jour.',
    other: 'Nous conservons les réponses {n} jours.',
  },
  'form.saved': 'Brouillon enregistré à {time} sur cet appareil',
  'form.save-failed':
    'Impossible d’enregistrer le brouillon sur cet appareil : gardez cette page ouverte jusqu’à l’envoi.',
  'form.not-kept':
    'Rien n’est conservé sur cet appareil : si vous fermez la page avant l’envoi, vos réponses seront perdues.',
  'form.resumed': 'Nous avons retrouvé votre brouillon du {when} : vous pouvez reprendre là où vous en étiez.',
  'form.device-failed': 'L’appareil n’a pas répondu : rien n’a changé. Réessayez.',
  'form.offline-ready': 'Vous pouvez continuer même sans réseau.',
  'form.delete': 'Supprimer le brouillon',
  'form.delete-ask': 'Supprimer toutes les réponses données jusqu’ici ? Elles ne pourront pas être récupérées.',
  'form.delete-yes': 'Oui, supprimer',
  'form.delete-no': 'Non, les garder',
  'form.deleted': 'Brouillon supprimé.',
  'form.deleted-elsewhere':
    'Ce que vous aviez écrit ici a été supprimé, dans un autre onglet ou depuis la liste de ce qui est conservé sur cet appareil.',
  'form.missing':
    'Ce que vous voyez ici n’est plus conservé sur cet appareil : vous l’avez peut-être supprimé depuis une autre page. Si vous continuez à écrire, c’est de nouveau enregistré.',
  'form.sent-not-deleted':
    'Le brouillon n’a pas été supprimé : vous l’avez déjà envoyé depuis un autre onglet, et il est arrivé. Le récépissé est au-dessus des questions.',
  'form.queued-not-deleted':
    'Le brouillon n’a pas été supprimé : vous avez déjà appuyé sur Envoyer dans un autre onglet.',
  'form.no-slug': 'Il manque ici le nom du questionnaire.',
  'form.no-slug-help':
    'Pour qui gère la page : ajoutez l’attribut slug, par exemple <cmto-survey slug="questionario-psm">.',
  'form.no-api': 'L’adresse du service manque ici, ou n’est pas valable.',
  'form.no-api-help':
    'Pour qui gère la page : chargez le script du kit depuis son serveur, ou indiquez l’attribut api.',
  'form.not-found': 'Ce questionnaire n’existe pas.',
  'form.not-found-help':
    'Il a peut-être été retiré ou renommé. Cherchez-le sur ce site, ou écrivez au bureau qui l’a publié. Pour qui gère la page : aucun questionnaire publié ne s’appelle « {slug} ».',
  'form.not-open': 'Le questionnaire n’est pas encore ouvert.',
  'form.not-open-help': 'Vous pourrez répondre à partir du {when}.',
  'form.closed': 'Le questionnaire est clos.',
  'form.closed-help':
    'Vous pouviez répondre jusqu’au {when}. Merci à toutes celles et ceux qui ont participé : les résultats seront publiés sur ce site.',
  'form.closed-draft': 'Un brouillon qui n’a pas été envoyé se trouve sur cet appareil.',
  'form.colon': ' :',
  'form.errors': { one: 'Il y a {n} réponse à corriger', other: 'Il y a {n} réponses à corriger' },
  'form.clear-choice': 'Effacer le choix',
  'form.choice-cleared': 'Choix effacé.',
  'form.review-title': 'Vérifiez vos réponses',
  'form.review-help':
    'Relisez vos réponses : vous pouvez encore les modifier. Quand tout est en ordre, appuyez sur Envoyer.',
  'form.change': 'Modifier',
  'form.change-page': 'Modifier : {page}',
  'form.unanswered': 'Sans réponse',
  'form.yes': 'Oui',
  'form.no': 'Non',
  'form.sending': 'Envoi en cours…',
  'form.in-line': 'D’autres envois sont en cours d’ici : celui-ci part juste après.',
  'form.sending-files': {
    one: 'Il reste {n} fichier à envoyer : cela peut prendre quelques minutes.',
    many: 'Il reste {n} fichiers à envoyer : cela peut prendre quelques minutes.',
    other: 'Il reste {n} fichiers à envoyer : cela peut prendre quelques minutes.',
  },
  'form.sending-leave':
    'Mieux vaut garder cette page ouverte. Si vous la fermez, votre réponse reste sur cet appareil et part quand vous rouvrez une page de ce site.',
  'form.sending-stay': 'Gardez cette page ouverte : si vous la fermez, votre réponse ne part pas.',
  'form.queued': 'Votre réponse est enregistrée sur cet appareil, mais n’est pas encore partie.',
  'form.no-answer': 'Le réseau ou le service ne répondent pas pour le moment.',
  'form.queued-help':
    'Elle partira toute seule dès que possible, ou quand vous ouvrirez une page de ce site : inutile de recommencer.',
  'form.queued-memory': 'Votre réponse n’est pas encore partie.',
  'form.queued-memory-help':
    'Nous ne pouvons pas la conserver sur cet appareil : gardez cette page ouverte, elle partira toute seule dès que possible.',
  'form.send-now': 'Essayer d’envoyer maintenant',
  'form.submitted': 'Merci : votre réponse est arrivée.',
  'form.received-at': 'Reçue le {when}.',
  'form.received-on': 'Reçue le {day}.',
  'form.late': 'Elle est arrivée après la clôture, mais a été terminée à temps : elle a été acceptée.',
  'form.code': 'Code du récépissé',
  'form.code-help':
    'Avec ce code, vous pouvez revoir le récépissé. Toute personne qui le connaît peut le voir : gardez-le bien. Le récépissé ne contient pas vos réponses.',
  'form.copy': 'Copier le code',
  'form.copied': 'Code copié.',
  'form.copy-failed': 'Impossible de copier d’ici : sélectionnez le code et copiez-le.',
  'form.open-receipt': 'Ouvrir le récépissé',
  'form.print': 'Imprimer',
  'form.download': 'Télécharger vos réponses',
  'form.download-name': 'reponses',
  'form.copy-here':
    'Si le fichier n’a pas été enregistré, c’est la page autour de ce cadre qui ne le permet pas. Voici le même texte, à sélectionner et à copier.',
  'form.receipt-here':
    'Si rien ne s’est ouvert, c’est la page autour de ce cadre qui ne le permet pas. Copiez cette adresse et ouvrez-la dans un autre onglet : vous y trouverez le récépissé et pourrez l’imprimer.',
  'form.answer-again': 'Remplir une autre réponse',
  'form.attention': 'Votre réponse n’a pas été acceptée.',
  'form.attention-kept': 'Vos réponses sont toujours sur cet appareil : rien n’est perdu.',
  'form.attention-memory':
    'Vos réponses sont encore sur cette page, mais seulement ici : si vous la fermez, elles sont perdues.',
  'form.correct': 'Corriger et renvoyer',
  'form.send-as-new': 'Envoyer comme nouvelle réponse',
  'form.save-copy': 'Enregistrer une copie',
  'form.changed-version':
    'Le questionnaire a été mis à jour après le début de votre brouillon. Vos réponses ont été reportées ; vérifiez-les avant l’envoi.',
  'form.set-aside':
    'Ces réponses ne correspondent plus à aucune question. Elles ne seront pas envoyées ; les voici, pour les copier :',
} satisfies Messages & Record<keyof typeof it, unknown>;
