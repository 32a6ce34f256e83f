import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'confirm.title': 'Confirm your e-mail address',
  'confirm.code': 'Six-digit code',
  'confirm.hint': 'It reached you by e-mail and is good for 24 hours.',
  'confirm.malformed': 'The code has six digits.',
  'confirm.send': 'Confirm',
  'confirm.resend': 'Send me another code',
  'confirm.done': 'Address confirmed: the request is registered.',
  'confirm.sending': 'Checking the code…',
  'confirm.resent': 'We have sent you another code: the one before is no longer good.',
  'confirm.wait': 'You can ask for another code in a minute.',
  'confirm.many': 'You have asked for many codes already: you can ask for another one later.',
  'confirm.offline':
    'Confirming needs the network, which is missing now. The request is safe and the code is good for 24 hours: try again when the network is back.',
  'confirm.failed': 'The service does not respond right now. The request is safe: try again shortly.',
} satisfies Record<keyof typeof it, Messages[string]>;
