import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.loading': 'One moment…',
  'request.status-title': 'Follow your request',
  'request.receipt-title': 'Your receipt',
  'request.code': 'Receipt code',
  'request.code-hint':
    '26 letters and digits: the code is in the receipt and in the confirmation e-mail. You can also paste the address of the receipt.',
  'request.code-empty': 'Type the code of the receipt.',
  'request.code-malformed': 'This is not a whole code: it has 26 letters and digits. Check that you copied all of it.',
  'request.code-unknown':
    'No receipt has this code. Check it; if you sent without a network, there is a receipt only once the request has gone out.',
  'request.code-pair':
    'No request has this number and this code. Check both; if you sent without a network, they come once the request has gone out.',
  'request.number-hint':
    'As in the receipt, for instance 2026/0000042. If the request has no number yet, leave it empty.',
  'request.open': 'Show',
  'request.other': 'Open another receipt',
  'request.here': 'Sent from this device',
  'request.here-open': 'Open: {title}, {day}',
  'request.unavailable': 'The service does not answer right now.',
  'request.unavailable-help': 'It may be the connection. As soon as it is back, we try again by ourselves.',
  'request.retry': 'Try again',
  'request.no-api': 'The address of the service is missing here, or is not valid.',
  'request.no-api-help':
    'For whoever edits this page: load the kit’s script from its server, or set the api attribute.',
  'request.old': 'The service does not answer right now: what you read is from a moment ago.',
  'request.sending-missing':
    'Nothing can be sent from here at the moment: as soon as the connection is back, we try again by ourselves.',
  'request.rome-time': '{when} (Rome time)',

  'request.number': 'Number',
  'request.number-of': '{code}-{year}/{number}',
  'request.number-help':
    'Internal receipts register: the number is provisional and does not replace the official register.',
  'request.annulled': 'The registration has been annulled.',
  'request.official': 'Official register',
  'request.official-of': '{register}, no. {number} of {day}',
  'request.official-short': '{register}, no. {number}',
  'request.subject': 'Subject',
  'request.pdf': 'Download the receipt as PDF',
  'request.page': 'Open the receipt to print',
  'request.formal': 'It is a formal request (istanza, article 65 of the Italian Digital Administration Code).',
  'request.informal':
    'It is not a formal request (istanza, article 65 of the Italian Digital Administration Code): whoever sent it was not identified with SPID or CIE.',

  'request.state': 'Where it is',
  'request.state-unconfirmed': 'To be confirmed',
  'request.state-received': 'Received',
  'request.state-registered': 'Registered',
  'request.state-in-charge': 'Taken in charge',
  'request.state-waiting': 'Waiting for your answer',
  'request.state-closed': 'Closed',
  'request.state-withdrawn': 'Withdrawn',
  'request.next-unconfirmed': 'Type below the code that reached you by e-mail: only then is it registered.',
  'request.next-received': 'The office is registering it.',
  'request.next-registered': 'Now the office takes it in charge.',
  'request.next-in-charge': 'The office is examining it.',
  'request.next-waiting': 'The office waits for what it asked you.',
  'request.next-closed': 'The office has answered: read the outcome.',
  'request.next-withdrawn': 'You withdrew it: the office does not examine it any more.',
  'request.deadline': 'Deadline for the answer',
  'request.suspended': 'The clock has stood still since',
  'request.silence': 'If no answer comes in time',
  'request.silence-assent':
    'The request counts as granted (tacit assent, article 20 of Italian law 241 of 7 August 1990).',
  'request.silence-refusal': 'The request counts as refused (tacit refusal).',
  'request.silence-write': 'Write to the office in charge and ask how the request stands.',
  'request.silence-none':
    'You can turn to whoever holds the substitute power (article 2, paragraph 9-bis, of Italian law 241 of 7 August 1990) or to the administrative court.',
  'request.unit': 'Office in charge',
  'request.officer': 'Officer in charge of the procedure',
  'request.contacts': 'How to reach the office',
  'request.procedure': 'The procedure',
  'request.steps': 'The steps',

  'request.outcome': 'Outcome',
  'request.outcome-accepted': 'Granted',
  'request.outcome-partly': 'Granted in part',
  'request.outcome-refused': 'Refused',
  'request.outcome-archived': 'Archived',

  'request.timeline': 'What has happened',
  'request.event-received': 'Received',
  'request.event-confirmed': 'Confirmed with the code',
  'request.event-registered': 'Registered',
  'request.event-official-number': 'Number in the official register',
  'request.event-taken': 'Taken in charge',
  'request.event-asked': 'Asked for something more',
  'request.event-added': 'Received what was added',
  'request.event-message': 'Message',
  'request.event-closed': 'Closed',
  'request.event-withdrawn': 'Withdrawn',
  'request.event-escalated': 'Deadline passed, still without an outcome',
  'request.escalated-department': 'Reported to the department in charge',
  'request.escalated-steering': 'Reported to the steering group',
  'request.escalated-directorate': 'Reported to the General Directorate',
  'request.event-annulled': 'Registration annulled',

  'request.messages': 'Messages',
  'request.from-office': 'The office',
  'request.from-applicant': 'You',
  'request.attachments': 'Attachments sent',

  'request.asked': 'The office asks you for something more',
  'request.asked-due': 'Answer by {day}.',
} satisfies Messages & Record<keyof typeof it, unknown>;
