import type { Messages } from '../../i18n/translate.ts';
import type it from './it.ts';

export default {
  'kept.title': 'Kept on this device',
  'kept.summary': { one: 'What is kept on this device ({n})', other: 'What is kept on this device ({n})' },
  'kept.help':
    'Drafts, answers and receipts are only here, in your browser, until you delete them. What waits leaves by itself when you open a page of this site.',
  'kept.draft': 'Draft, not sent, saved on {when}.',
  'kept.queued': 'Ready since {when}, has not left yet.',
  'kept.attention': 'Not accepted by the service: it needs you. Saved on {when}.',
  'kept.delivered': 'Sent: received on {when}.',
  'kept.code': 'Receipt code',
  'kept.colon': ':',
  'kept.other-tab': 'from the other tab',
  'kept.old': 'It has been here for more than 30 days: do you still need it?',
  'kept.keep': 'Yes, keep it',
  'kept.keep-of': 'Yes, keep it: {title}',
  'kept.open': 'Open',
  'kept.open-of': 'Open: {title}',
  'kept.send': 'Try to send now',
  'kept.send-of': 'Try to send now: {title}',
  'kept.sending': 'Sending…',
  'kept.sent': 'It no longer waits: read in the list what became of it.',
  'kept.waits': 'Still no reply from the service: it stays here and will try again by itself.',
  'kept.elsewhere': 'Another tab is already sending it: read here in a moment how it went.',
  'kept.receipt': 'Open the receipt',
  'kept.receipt-of': 'Open the receipt: {title}',
  'kept.save': 'Save a copy',
  'kept.save-of': 'Save a copy: {title}',
  'kept.delete': 'Delete',
  'kept.delete-of': 'Delete: {title}',
  'kept.delete-draft': 'Delete this draft? It cannot be recovered.',
  'kept.delete-queued':
    'There is no receipt for it yet: if you delete it here, it will not be sent any more. Delete it?',
  'kept.delete-attention': 'It has not reached the service, and cannot be recovered from here. Delete it?',
  'kept.delete-delivered':
    'The answer has arrived and stays with the service: only the receipt goes from here. Remove it?',
  'kept.delete-yes': 'Yes, delete',
  'kept.delete-yes-of': 'Yes, delete: {title}',
  'kept.delete-no': 'No, keep it',
  'kept.deleted': 'Deleted from this device.',
  'kept.not-deleted':
    'Not deleted: it may be on its way right now. In a moment, read here what became of it, or try again.',
  'kept.lost-title': { one: 'One response is no longer here', other: '{n} responses are no longer here' },
  'kept.lost': {
    one: '{n} answer that waited to be sent is no longer here: the browser has deleted this site’s data. If you want it to count, please fill it in again.',
    other:
      '{n} answers that waited to be sent are no longer here: the browser has deleted this site’s data. If you want them to count, please fill them in again.',
  },
  'kept.understood': 'I understand',
  'kept.unreadable':
    'Something is kept on this device that the browser does not let us read now. Close the other tabs of this site and reload the page.',
} satisfies Messages & Record<keyof typeof it, unknown>;
