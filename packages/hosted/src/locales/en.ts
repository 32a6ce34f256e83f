import type { Words } from './it.ts';

export const en: Words = {
  'site.institution': 'Metropolitan City of Turin',
  'site.skip': 'Skip to content',
  'site.languages': 'Language of this page',
  'receipt.page-title': 'Receipt',
  'receipt.heading': 'Your answer has arrived',
  'receipt.to': 'Survey',
  'receipt.received-day': 'Arrived on',
  'receipt.received-instant': 'Arrived',
  'receipt.completed-day': 'Completed on',
  'receipt.completed-instant': 'Completed',
  'receipt.late': 'It arrived after the closing, but had been completed in time: it was accepted.',
  'receipt.code': 'Receipt code',
  'receipt.code-help': 'Whoever has this code can open this page. Keep it: we cannot recover it.',
  'receipt.id': 'Identifier',
  'receipt.hash': 'Fingerprint of the content (SHA-256)',
  'receipt.hash-help': 'It proves that the content kept is what you sent.',
  'receipt.state': 'State',
  'receipt.state-received': 'Received and stored',
  'receipt.privacy':
    'For confidentiality this page does not show the answers given. You can print it or save it as PDF from the browser.',
  'receipt.anonymous': 'Of anonymous answers the day of arrival is kept, not the hour.',
  'missing.page-title': 'Receipt not found',
  'missing.heading': 'There is no receipt with this code',
  'missing.check':
    'Check that you copied the whole address: the code has 26 letters and digits, without O, I, L and U.',
  'missing.queued':
    'If you answered without a network, the answer is still on your device: it goes out by itself when you next open a page of the site while online, and only then is there a receipt.',
  'missing.help': 'If the code is right, write to the office named on the page of the survey.',
};
