import type { Words } from './it.ts';

export const en: Words = {
  'subject.receipt': 'Receipt of request {number}',
  'subject.code': 'The code that confirms your request',
  'subject.state': 'News about request {number}',
  'subject.asked': 'Request {number}: something is missing',
  'subject.message': 'Request {number}: a message from the office',
  'subject.closed': 'Request {number}: the procedure is over',
  'subject.escalation': 'Deadline passed for request {number}',
  'receipt.arrived': 'we have received your request and registered it.',
  'receipt.provisional':
    'The number is from the internal receipts register and is provisional: the number of the official register will appear on the page of the request.',
  'receipt.formal':
    'The request is a formal one (istanza) under article 65 of the Italian Digital Administration Code.',
  'receipt.informal':
    'The request is not a formal one (istanza) under article 65 of the Italian Digital Administration Code, because it was not sent with SPID or CIE.',
  'receipt.keep': 'Whoever has this link can open the request and read it: do not forward it.',
  'code.arrived':
    'to confirm your request, type this code on the page you sent it from. It is valid for 24 hours. Until it is confirmed, the request is not registered.',
  'code.ignore': 'If you did not send any request, ignore this message: nothing happens without the code.',
  'state.confirmed': 'you have confirmed your request.',
  'state.registered': 'your request has been registered.',
  'state.official-number': 'your request has its number in the official register. You find it on its page.',
  'state.taken': 'the office has taken charge of your request.',
  'state.added': 'we have received and registered what you added.',
  'state.resumed': 'The clock is running again.',
  'state.withdrawn': 'your request has been withdrawn, as you asked. Nothing more will come of it.',
  'state.annulled': 'the registration of your request has been annulled. The reason is on its page.',
  'asked.what':
    'to go on, the office needs more information or documents. What is needed is written on the page of the request, where you can answer.',
  'asked.suspended': 'Until then the clock stands still.',
  'message.what': 'the office has written to you. The message is on the page of the request.',
  'closed.what': 'the procedure on your request is over. The outcome and the reasons are on its page.',
  'escalation.department':
    'the deadline of the procedure has passed without an outcome. This report goes to the department in charge.',
  'escalation.steering':
    'the deadline of the procedure has passed without an outcome and the department in charge has not acted. This report goes to the steering group.',
  'escalation.directorate':
    'the deadline of the procedure has passed without an outcome and earlier reports have led to nothing. This report goes to the General Directorate.',
  'greeting.person': 'Good morning,',
  'fact.code': 'Code',
  'fact.service': 'Service',
  'fact.number': 'Number',
  'fact.received': 'Arrived',
  'fact.unit': 'Office in charge',
  'fact.officer': 'Officer in charge of the procedure',
  'fact.deadline': 'Deadline for the answer',
  'fact.silence': 'If no answer comes in time',
  'fact.due': 'Answer by',
  'fact.outcome': 'Outcome',
  'fact.contacts': 'How to reach the office',
  'silence.assent': 'the request counts as granted (tacit assent, article 20 of Italian law 241 of 7 August 1990)',
  'silence.refusal': 'the request counts as refused (tacit refusal)',
  'silence.write': 'write to the office in charge and ask how the request stands',
  'silence.none':
    'you can turn to whoever holds the substitute power (article 2, paragraph 9-bis, of Italian law 241 of 7 August 1990) or to the administrative court',
  'outcome.accepted': 'granted',
  'outcome.partly': 'granted in part',
  'outcome.refused': 'refused',
  'outcome.archived': 'archived',
  'rome-time': '{when} (Rome time)',
  link: 'Open the page of the request',
  footer: 'Metropolitan City of Turin. Automatic message: nobody reads answers to this address.',
};
