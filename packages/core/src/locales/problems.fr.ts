import type { Messages } from '../i18n/translate.ts';
import type it from './problems.it.ts';

export default {
  'problem.request.malformed':
    'Le service n’a pas pu lire les données envoyées. Vos réponses sont toujours ici : réessayez dans un instant.',
  'problem.request.unsupported-type':
    'Le service n’accepte pas ce type de données. Vos réponses sont toujours ici : réessayez dans un instant.',
  'problem.request.too-large':
    'Il y a trop de données à envoyer en une fois. Raccourcissez les textes les plus longs ou retirez un fichier, puis réessayez.',
  'problem.request.invalid':
    'Le service n’a pas accepté les données envoyées. Vos réponses sont toujours ici : rechargez la page et réessayez.',
  'problem.request.not-found': 'Le service n’a pas trouvé ce qu’il faut. Rechargez la page et réessayez.',
  'problem.request.method-not-allowed': 'Le service ne prévoit pas cette opération. Rechargez la page et réessayez.',
  'problem.request.rate-limited':
    'Trop de demandes en peu de temps. Attendez quelques minutes : l’envoi reprend tout seul.',
  'problem.server.unavailable':
    'Le service est occupé ou en maintenance. Vos réponses restent sur cet appareil et l’envoi reprend tout seul.',
  'problem.server.failed':
    'Le service a rencontré un problème. Vos réponses restent sur cet appareil : réessayez dans un instant.',
  'problem.origin.not-allowed':
    'Ce site n’est pas autorisé à utiliser le service. Signalez-le aux responsables du site.',
  'problem.idempotency.missing':
    'L’envoi a échoué à cause d’une erreur du formulaire. Vos réponses sont toujours ici : rechargez la page et réessayez.',
  'problem.idempotency.mismatch':
    'Une version différente de ces réponses a déjà été envoyée. Consultez votre reçu ou remplissez à nouveau le questionnaire.',
  'problem.idempotency.in-flight': 'L’envoi est déjà en cours : attendez quelques secondes.',
  'problem.submission.invalid':
    'Certaines réponses sont à corriger avant l’envoi : vérifiez celles qui sont signalées.',
  'problem.submission.erased': 'Ces réponses ont été effacées sur demande et ne peuvent plus être envoyées.',
  'problem.survey.not-found':
    'Ce questionnaire n’existe pas ou n’est plus publié. Vérifiez le lien que vous avez suivi.',
  'problem.survey.not-open': 'Le questionnaire n’est pas encore ouvert.',
  'problem.survey.closed':
    'Le questionnaire est clos et n’accepte plus de réponses. Vous pouvez enregistrer une copie de ce que vous avez écrit.',
  'problem.survey.version-withdrawn':
    'Cette version du questionnaire a été retirée. Choisissez « Corriger et renvoyer » : vos réponses passent à la nouvelle version.',
  'problem.survey.version-unknown':
    'Cette version du questionnaire n’est pas publiée. Choisissez « Corriger et renvoyer ».',
  'problem.service.not-found': 'Ce service n’existe pas ou n’est plus publié. Vérifiez le lien que vous avez suivi.',
  'problem.identity.required':
    'Pour envoyer cette demande, il faut s’identifier, et votre connexion a expiré ou manque. La demande est toujours ici : identifiez-vous à nouveau avec SPID ou CIE, puis envoyez-la.',
  'problem.service.not-open': 'Ce service ne prend pas encore de demandes.',
  'problem.service.closed':
    'Ce service ne prend plus de demandes. Vous pouvez enregistrer une copie de ce que vous avez écrit.',
  'problem.service.version-withdrawn':
    'Cette version du formulaire a été retirée. Choisissez « Corriger et renvoyer » : ce que vous avez écrit passe à la nouvelle version.',
  'problem.service.version-unknown':
    'Cette version du formulaire n’est pas publiée. Choisissez « Corriger et renvoyer ».',
  'problem.message.not-possible': 'L’état de la demande ne le permet plus. Rechargez la page pour voir où elle en est.',
  'problem.message.code-wrong':
    'Ce code n’est pas celui que nous vous avons envoyé. Vérifiez les six chiffres et réessayez.',
  'problem.message.code-expired': 'Le code a expiré ou a été essayé trop souvent. Demandez-en un autre.',
  'problem.attachment.missing':
    'Certains fichiers ne sont pas arrivés. Revenez à la question, envoyez-les à nouveau et réessayez.',
  'problem.attachment.mismatch': 'Un fichier est arrivé endommagé. Retirez-le, envoyez-le à nouveau et réessayez.',
  'problem.attachment.offset': 'Un fichier n’est arrivé qu’en partie : l’envoi reprend tout seul.',
  'problem.attachment.infected':
    'Un fichier contient un virus et n’a pas été accepté. Retirez ce fichier, ou choisissez-en une copie saine, et réessayez.',
  'problem.attachment.too-large': 'Un fichier est trop volumineux. Choisissez-en un plus petit et réessayez.',
  'problem.receipt.not-found': 'Aucun reçu ne porte ce code. Vérifiez qu’il est complet.',
  'problem.network.unreachable':
    'Il n’y a pas de connexion avec le service. Vos réponses restent sur cet appareil et l’envoi reprend tout seul.',
  'problem.network.timeout':
    'Le service n’a pas répondu à temps. Vos réponses restent sur cet appareil et l’envoi reprend tout seul.',
  'problem.network.unexpected':
    'Le réseau a donné une réponse inattendue, peut-être d’une page de connexion Wi-Fi. Vos réponses restent sur cet appareil : vérifiez la connexion.',
  'problem.definition.unreadable':
    'Le questionnaire ne peut pas être lu. Rechargez la page ; si cela se reproduit, signalez-le au bureau.',
  'problem.storage.failed':
    'Cet appareil ne permet pas d’enregistrer les réponses. Envoyez le questionnaire avant de fermer la page.',
  'problem.file.unreadable':
    'Le fichier ne peut pas être lu. Vérifiez qu’il existe encore, puis choisissez-le à nouveau.',
  'problem.position.denied': 'Votre position n’est pas disponible. Écrivez l’adresse.',
} satisfies Record<keyof typeof it, Messages[string]>;
