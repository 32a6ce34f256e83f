import type { Words } from './it.ts';

export const fr: Words = {
  'subject.receipt': 'Récépissé de la demande {number}',
  'subject.code': 'Le code pour confirmer la demande',
  'subject.state': 'Du nouveau sur la demande {number}',
  'subject.asked': 'Demande {number} : un complément est nécessaire',
  'subject.message': 'Demande {number} : un message du bureau',
  'subject.closed': 'Demande {number} : procédure terminée',
  'subject.escalation': 'Délai dépassé pour la demande {number}',
  'receipt.arrived': 'nous avons reçu votre demande et l’avons enregistrée.',
  'receipt.provisional':
    'Le numéro est celui du registre interne des récépissés et il est provisoire : le numéro du registre officiel apparaîtra sur la page de la demande.',
  'receipt.formal':
    'La demande est une demande formelle (istanza) au sens de l’article 65 du Code italien de l’administration numérique.',
  'receipt.informal':
    'La demande n’est pas une demande formelle (istanza) au sens de l’article 65 du Code italien de l’administration numérique, car elle n’a pas été envoyée avec SPID ou CIE.',
  'receipt.keep': 'Toute personne qui a ce lien peut ouvrir la demande et la lire : ne le transférez pas.',
  'code.arrived':
    'pour confirmer votre demande, saisissez ce code sur la page d’où vous l’avez envoyée. Il est valable 24 heures. Tant qu’elle n’est pas confirmée, la demande n’est pas enregistrée.',
  'code.ignore': 'Si vous n’avez envoyé aucune demande, ignorez ce message : sans le code, il ne se passe rien.',
  'state.confirmed': 'vous avez confirmé votre demande.',
  'state.registered': 'votre demande a été enregistrée.',
  'state.official-number': 'votre demande a son numéro dans le registre officiel. Vous le trouverez sur sa page.',
  'state.taken': 'le bureau a pris en charge votre demande.',
  'state.added': 'nous avons reçu et enregistré votre complément.',
  'state.resumed': 'Le délai court de nouveau.',
  'state.withdrawn': 'votre demande a été retirée, comme vous l’avez demandé. Elle n’aura pas de suite.',
  'state.annulled': 'l’enregistrement de votre demande a été annulé. Le motif est sur sa page.',
  'asked.what':
    'pour continuer, le bureau a besoin d’autres informations ou documents. Ce qui manque est indiqué sur la page de la demande, où vous pouvez répondre.',
  'asked.suspended': 'D’ici là, le délai est suspendu.',
  'message.what': 'le bureau vous a écrit. Le message est sur la page de la demande.',
  'closed.what': 'la procédure sur votre demande est terminée. La décision et ses motifs sont sur sa page.',
  'escalation.department':
    'le délai de la procédure est dépassé sans décision. Ce signalement est adressé à la direction responsable.',
  'escalation.steering':
    'le délai de la procédure est dépassé sans décision et la direction responsable n’a pas agi. Ce signalement est adressé au comité de pilotage.',
  'escalation.directorate':
    'le délai de la procédure est dépassé sans décision et les signalements précédents sont restés sans suite. Ce signalement est adressé à la Direction générale.',
  'greeting.person': 'Bonjour,',
  'fact.code': 'Code',
  'fact.service': 'Service',
  'fact.number': 'Numéro',
  'fact.received': 'Arrivée',
  'fact.unit': 'Bureau responsable',
  'fact.officer': 'Responsable de la procédure',
  'fact.deadline': 'Délai de réponse',
  'fact.silence': 'Si la réponse n’arrive pas à temps',
  'fact.due': 'Répondre avant le',
  'fact.outcome': 'Décision',
  'fact.contacts': 'Contacts du bureau',
  'silence.assent':
    'la demande est réputée acceptée (accord tacite, article 20 de la loi italienne n° 241 du 7 août 1990)',
  'silence.refusal': 'la demande est réputée rejetée (refus tacite)',
  'silence.write': 'écrivez au bureau responsable et demandez où en est la demande',
  'silence.none':
    'vous pouvez vous adresser à qui détient le pouvoir de substitution (article 2, alinéa 9-bis, de la loi italienne n° 241 du 7 août 1990) ou au juge administratif',
  'outcome.accepted': 'acceptée',
  'outcome.partly': 'acceptée en partie',
  'outcome.refused': 'rejetée',
  'outcome.archived': 'classée',
  'rome-time': '{when} (heure de Rome)',
  link: 'Ouvrir la page de la demande',
  footer: 'Ville métropolitaine de Turin. Message automatique : personne ne lit les réponses à cette adresse.',
};
