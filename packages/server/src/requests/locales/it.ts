/** Words that the register reads: it is kept in Italian whatever language a request came in. */
export const it = {
  'applicant.unnamed': 'Mittente non indicato',
  'subject.addition': 'Integrazione della richiesta {number}: {subject}',
  'subject.withdrawal': 'Rinuncia alla richiesta {number}: {subject}',
  'subject.asked': 'Richiesta di integrazione sulla richiesta {number}: {subject}',
  'subject.message': 'Comunicazione sulla richiesta {number}: {subject}',
  'subject.closed': 'Esito della richiesta {number}: {subject}',
} as const;
