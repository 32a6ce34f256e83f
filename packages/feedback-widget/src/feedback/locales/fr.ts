import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'feedback.comment': 'Écrire sur cette partie',
  'feedback.comment-on': 'Écrire sur cette partie : {section}',
  'feedback.go-on': 'Reprendre le brouillon',
  'feedback.go-on-on': 'Reprendre le brouillon : {section}',
  'feedback.waiting': 'Déjà écrit : en attente d’envoi',
  'feedback.waiting-on': 'Déjà écrit, en attente d’envoi : {section}',
  'feedback.whole': 'Écrire sur tout le document',
  'feedback.go-on-whole': 'Reprendre le brouillon sur tout le document',
  'feedback.comment-passage': 'Écrire sur ce passage',
  'feedback.about': 'Votre observation sur : {section}',
  'feedback.about-whole': 'Votre observation sur tout le document',
  'feedback.close': 'Fermer',
  'feedback.back': 'Revenir au document',
  'feedback.quoted': 'Passage cité',
  'feedback.unquote': 'Retirer le passage cité',
  'feedback.which': 'À quoi vous référez-vous ?',
  'feedback.whole-section': 'À toute la section',
  'feedback.chosen-passage': 'Au passage sélectionné',
  'feedback.gone':
    'La partie sur laquelle vous écrivez n’est plus dans cette page : le document a peut-être été mis à jour. Ce que vous avez écrit reste ici et vous pouvez encore l’envoyer.',
  'feedback.orphan':
    'Sur cet appareil se trouve un brouillon sur une partie qui n’est plus dans le document. Le texte est conservé :',
  'feedback.orphan-go-on': 'Continuer comme observation sur tout le document',
  'feedback.outline': 'Sommaire du document',
  'feedback.search': 'Chercher dans le texte',
  'feedback.search-go': 'Chercher',
  'feedback.found': { one: '{n} endroit trouvé', other: '{n} endroits trouvés' },
  'feedback.print': 'Imprimer le document',
  'feedback.sections': 'Choisissez la partie sur laquelle écrire',
  'feedback.other-sections': 'Parties qui ne sont pas dans cette page',
  'feedback.attached':
    'Dans le document de cette page, sous chaque titre, un bouton permet d’écrire sur cette partie. Vous pouvez aussi sélectionner un passage.',
  'feedback.open-document': 'Ouvrir le document',
  'feedback.no-document': 'Le texte du document ne se trouve pas dans cette page : choisissez la partie dans la liste.',
  'feedback.no-document-help':
    'Pour qui gère la page : dans l’attribut for, « {selector} » n’indique aucun élément. Écrivez par exemple for="#contenuto".',
  'feedback.grace-hours': {
    one: 'Si vous terminez dans le délai mais que le réseau manque, votre contribution est acceptée jusqu’à {n} heure après.',
    other:
      'Si vous terminez dans le délai mais que le réseau manque, votre contribution est acceptée jusqu’à {n} heures après.',
  },
  'feedback.grace-minutes': {
    one: 'Si vous terminez dans le délai mais que le réseau manque, votre contribution est acceptée jusqu’à {n} minute après.',
    other:
      'Si vous terminez dans le délai mais que le réseau manque, votre contribution est acceptée jusqu’à {n} minutes après.',
  },
  'feedback.rules': 'Comment les contributions sont publiées',
  'feedback.published-before': 'Le bureau lit chaque contribution avant de la publier.',
  'feedback.published-after':
    'Les contributions sont publiées aussitôt ; le bureau lit d’abord celles qui pourraient contenir des données personnelles ou du spam.',
  'feedback.reasons': 'Une contribution n’est pas publiée pour l’un de ces motifs seulement :',
  'feedback.registered': 'Chaque contribution est inscrite dans un registre : le récépissé en porte le numéro.',
  'feedback.personal': {
    one: 'Le texte contient une donnée personnelle',
    other: 'Le texte contient {n} données personnelles',
  },
  'feedback.personal-tax-code': 'Code fiscal',
  'feedback.personal-iban': 'IBAN',
  'feedback.personal-phone': 'Numéro de téléphone',
  'feedback.personal-email': 'Adresse électronique',
  'feedback.personal-help':
    'Le texte peut être publié : retirez les données personnelles si elles ne sont pas nécessaires. Si vous appuyez sur Envoyer tel quel, le bureau le lit avant de le publier. Ce contrôle se fait uniquement sur cet appareil.',
  'feedback.start-from-quote': 'Partir du passage cité',
  'feedback.change': 'Avant et après',
  'feedback.unchanged': 'Le texte est identique au passage cité : écrivez ci-dessus ce que vous changeriez.',
  'feedback.removed': 'retiré :',
  'feedback.added': 'ajouté :',
  'feedback.change-end': 'fin de la modification',
  'feedback.number': 'Numéro de registre',
  'feedback.number-help':
    'Registre interne des récépissés : le numéro est provisoire et ne remplace pas le registre officiel.',
  'feedback.next-before':
    'La suite : le bureau lit la contribution, la publie et répond. Le récépissé dit où elle en est.',
  'feedback.next-after': 'La suite : la contribution est publiée et le bureau répond. Le récépissé dit où elle en est.',

  'form.loading': 'Chargement de la consultation…',
  'form.confidential': 'Les noms des personnes ne sont pas publiés',
  'form.anonymous': 'Contributions anonymes',
  'form.steps': 'Étapes de la contribution',
  'form.part-missing':
    'Une partie de la consultation ne s’est pas chargée. Vérifiez la connexion et appuyez de nouveau : ce que vous avez écrit est en sécurité.',
  'form.unavailable': 'En ce moment la consultation ne se charge pas.',
  'form.unavailable-draft': 'Si vous aviez commencé à écrire, le brouillon est en sécurité sur cet appareil.',
  'form.languages': 'Langue de la consultation',
  'form.retention-years': {
    one: 'Nous conservons les contributions {n} an.',
    other: 'Nous conservons les contributions {n} ans.',
  },
  'form.retention': {
    one: 'Nous conservons les contributions {n} jour.',
    other: 'Nous conservons les contributions {n} jours.',
  },
  'form.answered':
    'Une contribution est déjà partie de cet appareil, reçue le {day}. Ci-dessous vous pouvez en envoyer une autre.',
  'form.sent-elsewhere':
    'Ce brouillon a été envoyé depuis un autre onglet : ce que vous écrivez ici devient une nouvelle contribution.',
  'form.waiting': 'La contribution déjà envoyée est en sécurité sur cet appareil et partira d’elle-même.',
  'form.conflict-here': 'Ici',
  'form.conflict-keep': 'Garder celle d’ici',
  'form.no-slug': 'Le nom de la consultation manque ici.',
  'form.no-slug-help':
    'Pour qui gère la page : ajoutez l’attribut slug, par exemple <cmto-feedback slug="psm-2027-bozza">.',
  'form.not-found': 'Cette consultation n’existe pas.',
  'form.not-found-help':
    'Elle a peut-être été retirée ou son nom a changé. Cherchez-la dans le site, ou écrivez au bureau qui l’a publiée. Pour qui gère la page : aucune consultation publiée ne s’appelle « {slug} ».',
  'form.not-open': 'La consultation n’est pas encore ouverte.',
  'form.closed': 'La consultation est close.',
  'form.closed-help':
    'Le délai pour écrire était : {when}. Merci à celles et ceux qui ont participé : les contributions et les réponses restent ici.',
  'form.errors': { one: 'Il y a {n} point à corriger', other: 'Il y a {n} points à corriger' },
  'form.review-title': 'Vérifiez la contribution',
  'form.review-help':
    'Relisez ce que vous avez écrit : vous pouvez encore le modifier. Quand tout est en ordre, appuyez sur Envoyer.',
  'form.sending-leave':
    'Mieux vaut garder cette page ouverte. Si vous la fermez, la contribution reste sur cet appareil et part quand vous rouvrez une page de ce site.',
  'form.sending-stay': 'Gardez cette page ouverte : si vous la fermez, la contribution ne part pas.',
  'form.queued': 'La contribution est enregistrée sur cet appareil, mais n’est pas encore partie.',
  'form.queued-help':
    'Elle partira d’elle-même dès que possible, ou quand vous ouvrirez une page de ce site : inutile de la récrire.',
  'form.queued-memory': 'La contribution n’est pas encore partie.',
  'form.queued-memory-help':
    'Nous ne pouvons pas la conserver sur cet appareil : gardez cette page ouverte, elle partira d’elle-même dès que possible.',
  'form.submitted': 'Merci : la contribution est arrivée.',
  'form.received-at': 'Reçue le {when}.',
  'form.received-on': 'Reçue le {day}.',
  'form.late': 'Elle est arrivée après la clôture, mais a été terminée à temps : elle est acceptée.',
  'form.code-help':
    'Avec ce code vous voyez où en est la contribution et lisez la réponse du bureau. Qui le connaît peut tout lire : conservez-le avec soin, nous ne pouvons pas le retrouver.',
  'form.download': 'Télécharger ce que vous avez envoyé',
  'form.download-name': 'contribution',
  'form.answer-again': 'Écrire une autre contribution',
  'form.attention': 'La contribution n’a pas été acceptée.',
  'form.attention-kept': 'Ce que vous avez écrit est encore sur cet appareil : rien n’est perdu.',
  'form.attention-memory':
    'Ce que vous avez écrit est encore dans cette page, mais seulement ici : si vous la fermez, tout est perdu.',
  'form.send-as-new': 'Envoyer comme nouvelle contribution',
  'form.changed-version':
    'La consultation a été mise à jour après le début du brouillon. Ce que vous aviez écrit a été repris ; vérifiez-le avant d’envoyer.',
} satisfies Record<keyof typeof it, Messages[string]>;
