import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'feedback.comment': 'Write about this part',
  'feedback.comment-on': 'Write about this part: {section}',
  'feedback.go-on': 'Go on with the draft',
  'feedback.go-on-on': 'Go on with the draft: {section}',
  'feedback.waiting': 'Written: waiting to be sent',
  'feedback.waiting-on': 'Written, waiting to be sent: {section}',
  'feedback.whole': 'Write about the whole document',
  'feedback.go-on-whole': 'Go on with the draft about the whole document',
  'feedback.comment-passage': 'Write about this passage',
  'feedback.about': 'Your observation on: {section}',
  'feedback.about-whole': 'Your observation on the whole document',
  'feedback.close': 'Close',
  'feedback.back': 'Back to the document',
  'feedback.quoted': 'Quoted passage',
  'feedback.unquote': 'Take the quoted passage out',
  'feedback.which': 'What do you refer to?',
  'feedback.whole-section': 'The whole section',
  'feedback.chosen-passage': 'The selected passage',
  'feedback.gone':
    'The part you are writing about is no longer on this page: the document may have been updated. What you have written stays here, and you can still send it.',
  'feedback.orphan':
    'There is a draft on this device about a part that is no longer in the document. The text has been kept:',
  'feedback.orphan-go-on': 'Go on as an observation on the whole document',
  'feedback.outline': 'Contents of the document',
  'feedback.search': 'Search the text',
  'feedback.search-go': 'Search',
  'feedback.found': { one: '{n} place found', other: '{n} places found' },
  'feedback.print': 'Print the document',
  'feedback.sections': 'Choose the part to write about',
  'feedback.other-sections': 'Parts that are not on this page',
  'feedback.attached':
    'In the document on this page there is a button under each heading, to write about that part. You can also select a passage.',
  'feedback.open-document': 'Open the document',
  'feedback.no-document': 'The text of the document is not found on this page: choose the part from the list.',
  'feedback.no-document-help':
    'For whoever edits the page: in the attribute for, “{selector}” names no element. Write for="#contenuto", for example.',
  'feedback.grace-hours': {
    one: 'If you finish by the deadline but have no network, your contribution is accepted until {n} hour after it.',
    other: 'If you finish by the deadline but have no network, your contribution is accepted until {n} hours after it.',
  },
  'feedback.grace-minutes': {
    one: 'If you finish by the deadline but have no network, your contribution is accepted until {n} minute after it.',
    other:
      'If you finish by the deadline but have no network, your contribution is accepted until {n} minutes after it.',
  },
  'feedback.rules': 'How contributions are published',
  'feedback.published-before': 'The office reads every contribution before publishing it.',
  'feedback.published-after':
    'Contributions are published at once; the office first reads those that may hold personal data or spam.',
  'feedback.reasons': 'A contribution is not published for one of these reasons alone:',
  'feedback.registered': 'Every contribution is entered in a register: the receipt gives its number.',
  'feedback.personal': {
    one: 'There is a piece of personal data in the text',
    other: 'There are {n} pieces of personal data in the text',
  },
  'feedback.personal-tax-code': 'Tax code',
  'feedback.personal-iban': 'IBAN',
  'feedback.personal-phone': 'Telephone number',
  'feedback.personal-email': 'E-mail address',
  'feedback.personal-help':
    'The text may be published: take personal data out unless it is needed. If you press Send as it is, the office reads it before it is published. This check happens on this device alone.',
  'feedback.start-from-quote': 'Start from the quoted passage',
  'feedback.change': 'Before and after',
  'feedback.unchanged': 'The text is the same as the quoted passage: write above what you would change.',
  'feedback.removed': 'removed:',
  'feedback.added': 'added:',
  'feedback.change-end': 'end of the change',
  'feedback.number': 'Register number',
  'feedback.number-help':
    'Internal register of receipts: the number is provisional and does not replace the official register.',
  'feedback.next-before':
    'What happens now: the office reads the contribution, publishes it and answers. The receipt tells how it stands.',
  'feedback.next-after':
    'What happens now: the contribution is published and the office answers. The receipt tells how it stands.',

  'form.loading': 'Loading the consultation…',
  'form.confidential': 'Names of persons are not published',
  'form.anonymous': 'Anonymous contributions',
  'form.steps': 'Steps of the contribution',
  'form.part-missing':
    'A part of the consultation has not loaded. Check the connection and press again: what you have written is safe.',
  'form.unavailable': 'The consultation does not load at the moment.',
  'form.unavailable-draft': 'If you had begun to write, the draft is safe on this device.',
  'form.languages': 'Language of the consultation',
  'form.retention-years': { one: 'We keep contributions for {n} year.', other: 'We keep contributions for {n} years.' },
  'form.retention': { one: 'We keep contributions for {n} day.', other: 'We keep contributions for {n} days.' },
  'form.answered': 'A contribution was sent from this device, received on {day}. You can send another one below.',
  'form.sent-elsewhere': 'This draft was sent from another tab: what you write here becomes a new contribution.',
  'form.waiting': 'The contribution that you have sent is safe on this device and will leave by itself.',
  'form.conflict-here': 'Here',
  'form.conflict-keep': 'Keep the one here',
  'form.no-slug': 'The name of the consultation is missing here.',
  'form.no-slug-help':
    'For whoever edits the page: add the attribute slug, for example <cmto-feedback slug="psm-2027-bozza">.',
  'form.not-found': 'There is no such consultation.',
  'form.not-found-help':
    'It may have been removed, or its name may have changed. Look for it on the site, or write to the office that published it. For whoever edits the page: no published consultation is called “{slug}”.',
  'form.not-open': 'The consultation is not open yet.',
  'form.closed': 'The consultation is closed.',
  'form.closed-help':
    'The deadline for writing was: {when}. Thank you to all who took part: contributions and answers stay here.',
  'form.errors': { one: 'There is {n} thing to put right', other: 'There are {n} things to put right' },
  'form.review-title': 'Check the contribution',
  'form.review-help': 'Read what you have written: you can still change it. When all is well, press Send.',
  'form.sending-leave':
    'Better keep this page open. If you close it, the contribution stays on this device and leaves when you open a page of this site again.',
  'form.sending-stay': 'Keep this page open: if you close it, the contribution does not leave.',
  'form.queued': 'The contribution is saved on this device, but has not left yet.',
  'form.queued-help':
    'It will leave by itself as soon as possible, or when you open a page of this site: there is no need to write it again.',
  'form.queued-memory': 'The contribution has not left yet.',
  'form.queued-memory-help':
    'We cannot keep it on this device: keep this page open, it will leave by itself as soon as possible.',
  'form.submitted': 'Thank you: the contribution has arrived.',
  'form.received-at': 'Received on {when}.',
  'form.received-on': 'Received on {day}.',
  'form.late': 'It arrived after the deadline, but was finished in time: it has been accepted.',
  'form.code-help':
    'With this code you see how the contribution stands and read the office’s answer. Whoever knows it can read everything: keep it with care, we cannot recover it.',
  'form.download': 'Download what you have sent',
  'form.download-name': 'contribution',
  'form.answer-again': 'Write another contribution',
  'form.attention': 'The contribution was not accepted.',
  'form.attention-kept': 'What you have written is still on this device: nothing is lost.',
  'form.attention-memory': 'What you have written is still on this page, but only here: if you close it, it is lost.',
  'form.send-as-new': 'Send as a new contribution',
  'form.changed-version':
    'The consultation was updated after the draft was begun. What you had written has been carried over; check it before sending.',
} satisfies Record<keyof typeof it, Messages[string]>;
