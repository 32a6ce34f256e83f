import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.loading': 'Un instant…',
  'request.status-title': 'Suivez votre demande',
  'request.receipt-title': 'Votre récépissé',
  'request.code': 'Code du récépissé',
  'request.code-hint':
    '26 lettres et chiffres : le code figure sur le récépissé et dans le courriel de confirmation. Vous pouvez aussi coller l’adresse du récépissé.',
  'request.code-empty': 'Saisissez le code du récépissé.',
  'request.code-malformed':
    'Ce n’est pas un code entier : il a 26 lettres et chiffres. Vérifiez que vous l’avez copié en entier.',
  'request.code-unknown':
    'Aucun récépissé n’a ce code. Vérifiez-le ; si vous avez envoyé sans réseau, il n’y a de récépissé qu’une fois la demande partie.',
  'request.code-pair':
    'Aucune demande n’a ce numéro et ce code. Vérifiez les deux ; si vous avez envoyé sans réseau, ils arrivent une fois la demande partie.',
  'request.number-hint':
    'Comme sur le récépissé, par exemple 2026/0000042. Si la demande n’a pas encore de numéro, laissez vide.',
  'request.open': 'Afficher',
  'request.other': 'Ouvrir un autre récépissé',
  'request.here': 'Envoyées depuis cet appareil',
  'request.here-open': 'Ouvrir : {title}, {day}',
  'request.unavailable': 'Le service ne répond pas pour le moment.',
  'request.unavailable-help': 'C’est peut-être la connexion. Dès qu’elle revient, nous réessayons tout seuls.',
  'request.retry': 'Réessayer',
  'request.no-api': 'Ici, l’adresse du service manque ou n’est pas valable.',
  'request.no-api-help':
    'Pour qui gère la page : chargez le script du kit depuis son serveur, ou indiquez l’attribut api.',
  'request.old': 'Le service ne répond pas pour le moment : ce que vous lisez date d’il y a un instant.',
  'request.sending-missing':
    'Pour le moment, rien ne peut être envoyé d’ici : dès que la connexion revient, nous réessayons tout seuls.',
  'request.rome-time': '{when} (heure de Rome)',

  'request.number': 'Numéro',
  'request.number-of': '{code}-{year}/{number}',
  'request.number-help':
    'Registre interne des récépissés : le numéro est provisoire et ne remplace pas le registre officiel.',
  'request.annulled': 'L’enregistrement a été annulé.',
  'request.official': 'Registre officiel',
  'request.official-of': '{register}, n° {number} du {day}',
  'request.official-short': '{register}, n° {number}',
  'request.subject': 'Objet',
  'request.pdf': 'Télécharger le récépissé en PDF',
  'request.page': 'Ouvrir le récépissé à imprimer',
  'request.formal': 'C’est une demande formelle (istanza, article 65 du Code italien de l’administration numérique).',
  'request.informal':
    'Ce n’est pas une demande formelle (istanza, article 65 du Code italien de l’administration numérique) : la personne qui l’a envoyée ne s’est pas identifiée avec SPID ou CIE.',

  'request.state': 'Où elle en est',
  'request.state-unconfirmed': 'À confirmer',
  'request.state-received': 'Reçue',
  'request.state-registered': 'Enregistrée',
  'request.state-in-charge': 'Prise en charge',
  'request.state-waiting': 'En attente de votre réponse',
  'request.state-closed': 'Terminée',
  'request.state-withdrawn': 'Retirée',
  'request.next-unconfirmed': 'Saisissez ci-dessous le code reçu par courriel : elle n’est enregistrée qu’ensuite.',
  'request.next-received': 'Le bureau est en train de l’enregistrer.',
  'request.next-registered': 'Le bureau va maintenant la prendre en charge.',
  'request.next-in-charge': 'Le bureau l’examine.',
  'request.next-waiting': 'Le bureau attend ce qu’il vous a demandé.',
  'request.next-closed': 'Le bureau a répondu : lisez la décision.',
  'request.next-withdrawn': 'Vous l’avez retirée : le bureau ne l’examine plus.',
  'request.deadline': 'Délai de réponse',
  'request.suspended': 'Délai suspendu depuis le',
  'request.silence': 'Si la réponse n’arrive pas à temps',
  'request.silence-assent':
    'La demande est réputée acceptée (accord tacite, article 20 de la loi italienne n° 241 du 7 août 1990).',
  'request.silence-refusal': 'La demande est réputée rejetée (refus tacite).',
  'request.silence-write': 'Écrivez au bureau responsable et demandez où en est la demande.',
  'request.silence-none':
    'Vous pouvez vous adresser à qui détient le pouvoir de substitution (article 2, alinéa 9-bis, de la loi italienne n° 241 du 7 août 1990) ou au juge administratif.',
  'request.unit': 'Bureau responsable',
  'request.officer': 'Responsable de la procédure',
  'request.contacts': 'Contacts du bureau',
  'request.procedure': 'La procédure',
  'request.steps': 'Les étapes',

  'request.outcome': 'Décision',
  'request.outcome-accepted': 'Acceptée',
  'request.outcome-partly': 'Acceptée en partie',
  'request.outcome-refused': 'Rejetée',
  'request.outcome-archived': 'Classée',

  'request.timeline': 'Ce qui s’est passé',
  'request.event-received': 'Reçue',
  'request.event-confirmed': 'Confirmée avec le code',
  'request.event-registered': 'Enregistrée',
  'request.event-official-number': 'Numéro du registre officiel',
  'request.event-taken': 'Prise en charge',
  'request.event-asked': 'Complément demandé',
  'request.event-added': 'Complément reçu',
  'request.event-message': 'Message',
  'request.event-closed': 'Terminée',
  'request.event-withdrawn': 'Retirée',
  'request.event-escalated': 'Délai dépassé, encore sans issue',
  'request.escalated-department': 'Signalé à la direction responsable',
  'request.escalated-steering': 'Signalé au comité de pilotage',
  'request.escalated-directorate': 'Signalé à la direction générale',
  'request.event-annulled': 'Enregistrement annulé',

  'request.messages': 'Messages',
  'request.from-office': 'Le bureau',
  'request.from-applicant': 'Vous',
  'request.attachments': 'Pièces jointes envoyées',

  'request.asked': 'Le bureau vous demande un complément',
  'request.asked-due': 'Répondez avant le {day}.',
} satisfies Messages & Record<keyof typeof it, unknown>;
