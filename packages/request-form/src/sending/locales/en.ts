import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'request.add': 'Add something to the request',
  'request.add-text': 'Your message',
  'request.add-files': 'Documents',
  'request.add-send': 'Send',
  'request.add-empty': 'Write a message or attach a file.',
  'request.add-long': {
    one: 'Make the message {n} character shorter.',
    other: 'Make the message {n} characters shorter.',
  },
  'request.add-failed': 'It could not be made ready on this device. What you wrote is still here: try again.',
  'request.no-files': 'Files cannot be attached right now: load the page again when the connection is back.',

  'request.draft-saved': 'Draft saved at {time} on this device: it goes only when you press Send.',
  'request.draft-resumed': 'We have found the draft of {when}: you can go on where you were.',
  'request.draft-unsaved': 'The draft cannot be saved on this device: keep the page open until you have sent it.',
  'request.draft-nowhere':
    'Nothing stays on this device: if you close the page before sending, what you write is lost.',
  'request.draft-delete': 'Delete the draft',
  'request.draft-delete-ask':
    'Do you want to delete what you have written and the files chosen? They cannot be recovered.',
  'request.draft-delete-yes': 'Yes, delete',
  'request.draft-delete-no': 'No, keep it',
  'request.draft-deleted': 'Draft deleted.',
  'request.draft-failed': 'The device did not answer: nothing has changed. Try again.',
  'request.draft-merged': 'What you have written in another tab is here, too: read it all before sending.',
  'request.draft-missing':
    'What you see here is no longer kept on this device: you may have sent or deleted it from another page. If you go on, it is another addition, without the files of before.',
  'request.draft-deleted-elsewhere':
    'What you had written here was deleted, in another tab or from the list of what is kept on this device.',
  'request.draft-sent': 'What you had written here has gone out from another tab.',
  'request.draft-sent-elsewhere':
    'The addition has gone out from another tab. What you read here is another one, without files: delete it if it is not needed.',

  'request.withdraw': 'Withdraw the request',
  'request.withdraw-ask':
    'If you withdraw it, the office does not examine it any more and the procedure ends. This cannot be undone: later you can send another one.',
  'request.withdraw-why': 'Reason (if you like)',
  'request.withdraw-yes': 'Yes, withdraw the request',
  'request.erase': 'Ask for your data to be erased',
  'request.erase-ask':
    'The office answers within a month. It may have to keep what the law demands, such as register entries (article 17(3) of EU regulation 2016/679).',
  'request.erase-yes': 'Yes, ask for erasure',
  'request.no': 'No, go back',

  'request.waiting': 'Not yet gone from this device',
  'request.waiting-kept':
    'It is safe on this device and goes out by itself as soon as the network or the service answers.',
  'request.waiting-memory': 'Keep this page open: if you close it, it does not go out.',
  'request.waiting-now': 'Try to send it now',
  'request.waiting-still': 'Still no answer from the service.',
  'request.waiting-discard': 'Do not send it',
  'request.missed':
    'A message that was waiting to leave is no longer on this device: another page may have sent or deleted it. If it has arrived, you find it among the messages.',
  'request.refused': 'The service has not accepted it. What you had written:',
  'request.kind-addition': 'Addition',
  'request.kind-withdrawal': 'Withdrawal of the request',
  'request.kind-erasure': 'Asking for the data to be erased',
  'request.kind-of': '{kind}: {title}',
  'request.sending': 'Sending…',
  'request.sent-addition': 'Arrived: the office has received what you added.',
  'request.sent-withdrawal': 'The request is withdrawn.',
  'request.sent-erasure': 'The office has received your request for erasure.',

  'field.file-done': 'Ready: it goes when you press Send',
  'field.file-stored': '{name}: ready',
} satisfies Messages & Record<keyof typeof it, unknown>;
