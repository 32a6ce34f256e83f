import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'form.procedure': 'La procédure',
  'form.summary': {
    one: '{unit} : réponse sous {n} jour',
    many: '{unit} : réponse sous {n} jours',
    other: '{unit} : réponse sous {n} jours',
  },
  'form.unit': 'Bureau responsable',
  'form.officer': 'Responsable de la procédure',
  'form.contacts': 'Contacts',
  'form.deadline': 'Délai',
  'form.days': {
    one: '{n} jour à compter de l’enregistrement de la demande',
    many: '{n} jours à compter de l’enregistrement de la demande',
    other: '{n} jours à compter de l’enregistrement de la demande',
  },
  'form.silence': 'Si la réponse n’arrive pas à temps',
  'form.silence-assent': 'La demande est réputée acceptée (accord tacite).',
  'form.silence-refusal': 'La demande est réputée rejetée (refus tacite).',
  'form.silence-write': 'Écrivez au bureau responsable et demandez où en est la demande.',
  'form.silence-none': 'Vous pouvez vous adresser à qui détient le pouvoir de substitution ou au juge administratif.',
  'form.costs': 'Coûts',
  'form.law': 'Règles',
  'form.weight': 'Valeur de la demande',
  'form.formal':
    'C’est une demande formelle (istanza) : vous vous identifiez avec SPID ou CIE (article 65 du Code italien de l’administration numérique).',
  'form.informal':
    'Ce n’est pas une demande formelle (istanza) : il faudrait s’identifier avec SPID ou CIE, ou écrire au courriel certifié du bureau. Le bureau répond quand même.',
  'form.email-code':
    'Après l’envoi, un code à six chiffres vous arrive par courriel : écrivez-le ici, et la demande est enregistrée.',
  'form.documents': 'Ce qu’il faut',
  'form.document-there': 'joint',
  'form.document-needed': 'à joindre',
  'form.document-optional': 'facultatif',
  'form.after-sending': 'Ce qui se passe après l’envoi',
  'form.number': 'Numéro',
  'form.number-of': '{code}-{year}/{number}',
  'form.number-help':
    'Registre interne des récépissés : le numéro est provisoire et ne remplace pas le registre officiel.',
  'form.unconfirmed':
    'Il manque une étape : nous vous avons envoyé par courriel un code à six chiffres. Écrivez-le ci-dessous, ou sur la page de suivi de la demande : elle n’est enregistrée qu’alors.',
  'form.formal-sent': 'C’est une demande formelle (istanza), présentée par une personne identifiée avec SPID ou CIE.',
  'form.elsewhere':
    'Pour protéger vos données, cette demande se remplit seulement sur la page du service : les autres programmes de ce site ne peuvent pas la lire.',
  'form.elsewhere-open': 'Ouvrir la page du service',
  'form.follow': 'Suivre la demande',
  'form.pdf': 'Télécharger le récépissé en PDF',

  'form.loading': 'Chargement du formulaire…',
  'form.confidential': 'Vos données ne servent qu’à cette demande',
  'form.steps': 'Étapes de la demande',
  'form.part-missing':
    'Une partie du formulaire n’a pas pu être chargée. Vérifiez la connexion et appuyez de nouveau : ce que vous avez écrit est en sécurité.',
  'form.unavailable': 'Le formulaire ne peut pas être chargé pour le moment.',
  'form.languages': 'Langue du formulaire',
  'form.retention-years': {
    one: 'Nous conservons les données pendant {n} an.',
    many: 'Nous conservons les données pendant {n} ans.',
    other: 'Nous conservons les données pendant {n} ans.',
  },
  'form.retention': {
    one: 'Nous conservons les données pendant {n} jour.',
    many: 'Nous conservons les données pendant {n} jours.',
    other: 'Nous conservons les données pendant {n} jours.',
  },
  'form.answered':
    'Une demande est déjà partie de cet appareil, reçue le {day}. Ci-dessous, vous pouvez en envoyer une autre.',
  'form.waiting': 'La demande que vous avez déjà envoyée est en sécurité sur cet appareil et partira toute seule.',
  'form.conflict-here': 'Dans le formulaire',
  'form.conflict-keep': 'Garder celle du formulaire',
  'form.no-slug': 'Ici, le nom du service manque.',
  'form.no-slug-help':
    'Pour qui gère la page : ajoutez l’attribut slug, par exemple <cmto-request-form slug="assistenza-tecnica">.',
  'form.not-found': 'Ce service n’existe pas.',
  'form.not-found-help':
    'Il a peut-être été retiré, ou son nom a changé. Cherchez-le sur le site, ou écrivez au bureau. Pour qui gère la page : aucun service publié ne s’appelle « {slug} ».',
  'form.not-open': 'Le service n’accepte pas encore de demandes.',
  'form.closed': 'Le service n’accepte plus de demandes.',
  'form.closed-help': 'On pouvait les envoyer jusqu’au : {when}.',
  'form.review-title': 'Vérifiez la demande',
  'form.review-help':
    'Relisez la demande : vous pouvez encore la modifier. Quand tout est en ordre, appuyez sur Envoyer.',
  'form.sending-leave':
    'Mieux vaut garder cette page ouverte. Si vous la fermez, la demande reste sur cet appareil et part quand vous rouvrez une page de ce site.',
  'form.sending-stay': 'Gardez cette page ouverte : si vous la fermez, la demande ne part pas.',
  'form.queued': 'La demande est enregistrée sur cet appareil, mais n’est pas encore partie.',
  'form.queued-memory': 'La demande n’est pas encore partie.',
  'form.submitted': 'La demande est arrivée.',
  'form.code-help':
    'Avec ce code, vous suivez la demande et répondez au bureau. Toute personne qui le connaît peut tout lire : gardez-le précieusement, nous ne pouvons pas le retrouver.',
  'form.download': 'Télécharger ce que vous avez envoyé',
  'form.download-name': 'demande',
  'form.answer-again': 'Envoyer une autre demande',
  'form.attention': 'La demande n’a pas été acceptée.',
  'form.send-as-new': 'Envoyer comme nouvelle demande',
  'form.changed-version':
    'Le formulaire a été mis à jour depuis le début du brouillon. Ce que vous avez écrit a été reporté ; vérifiez-le avant d’envoyer.',
} satisfies Messages & Record<keyof typeof it, unknown>;
