import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'form.procedure': 'The procedure',
  'form.summary': { one: '{unit}: answer within {n} day', other: '{unit}: answer within {n} days' },
  'form.unit': 'Office in charge',
  'form.officer': 'Officer in charge of the procedure',
  'form.contacts': 'Contacts',
  'form.deadline': 'Deadline',
  'form.days': {
    one: '{n} day from the registration of the request',
    other: '{n} days from the registration of the request',
  },
  'form.silence': 'If no answer comes in time',
  'form.silence-assent': 'The request counts as granted (tacit assent).',
  'form.silence-refusal': 'The request counts as refused (tacit refusal).',
  'form.silence-write': 'Write to the office in charge and ask how the request stands.',
  'form.silence-none': 'You can turn to whoever holds the substitute power, or to the administrative court.',
  'form.costs': 'Costs',
  'form.law': 'Law',
  'form.weight': 'Weight of the request',
  'form.formal':
    'It is a formal request (istanza): you identify yourself with SPID or CIE (article 65 of the Italian Digital Administration Code).',
  'form.informal':
    'It is not a formal request (istanza): for that one has to be identified with SPID or CIE, or write to the office’s certified e-mail. The office answers all the same.',
  'form.email-code':
    'After sending, a six-digit code reaches you by e-mail: type it here, and the request is registered.',
  'form.documents': 'What you need',
  'form.document-there': 'attached',
  'form.document-needed': 'to be attached',
  'form.document-optional': 'optional',
  'form.after-sending': 'What happens after sending',
  'form.number': 'Number',
  'form.number-of': '{code}-{year}/{number}',
  'form.number-help':
    'Internal receipts register: the number is provisional and does not replace the official register.',
  'form.unconfirmed':
    'One step is missing: we have sent you a six-digit code by e-mail. Type it below, or on the page where requests are followed: only then is it registered.',
  'form.formal-sent': 'It is a formal request (istanza), made by a person identified with SPID or CIE.',
  'form.elsewhere':
    'To protect your data, this request is filled in only on the service’s own page: the other programs of this site cannot read it there.',
  'form.elsewhere-open': 'Open the service’s page',
  'form.follow': 'Follow the request',
  'form.pdf': 'Download the receipt as PDF',

  'form.loading': 'Loading the form…',
  'form.confidential': 'Your data are used for this request only',
  'form.steps': 'Steps of the request',
  'form.part-missing':
    'A part of the form could not be loaded. Check the connection and press again: what you wrote is safe.',
  'form.unavailable': 'The form cannot be loaded right now.',
  'form.languages': 'Language of the form',
  'form.retention-years': { one: 'We keep the data for {n} year.', other: 'We keep the data for {n} years.' },
  'form.retention': { one: 'We keep the data for {n} day.', other: 'We keep the data for {n} days.' },
  'form.answered':
    'A request has already gone out from this device, received on {day}. Below you can send another one.',
  'form.waiting': 'The request that you have already sent is safe on this device and goes out by itself.',
  'form.conflict-here': 'In the form',
  'form.conflict-keep': 'Keep the one in the form',
  'form.no-slug': 'The name of the service is missing here.',
  'form.no-slug-help':
    'For whoever edits this page: add the slug attribute, for example <cmto-request-form slug="assistenza-tecnica">.',
  'form.not-found': 'There is no such service.',
  'form.not-found-help':
    'Perhaps it was removed, or its name has changed. Look for it on the site, or write to the office. For whoever edits this page: no published service is called “{slug}”.',
  'form.not-open': 'The service does not take requests yet.',
  'form.closed': 'The service takes no more requests.',
  'form.closed-help': 'They could be sent until: {when}.',
  'form.review-title': 'Check the request',
  'form.review-help': 'Read the request again: you can still change it. When all is right, press Send.',
  'form.sending-leave':
    'Better keep this page open. If you close it, the request stays on this device and goes out when you open a page of this site again.',
  'form.sending-stay': 'Keep this page open: if you close it, the request does not go out.',
  'form.queued': 'The request is saved on this device, but has not gone out yet.',
  'form.queued-memory': 'The request has not gone out yet.',
  'form.submitted': 'The request has arrived.',
  'form.code-help':
    'With this code you follow the request and answer the office. Whoever knows it can read everything: keep it safe, we cannot recover it.',
  'form.download': 'Download what you sent',
  'form.download-name': 'request',
  'form.answer-again': 'Send another request',
  'form.attention': 'The request was not accepted.',
  'form.send-as-new': 'Send as a new request',
  'form.changed-version':
    'The form has been updated since you began the draft. What you wrote has been carried over; check it before sending.',
} satisfies Messages & Record<keyof typeof it, unknown>;
