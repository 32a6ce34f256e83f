import type { Messages } from '@cmto/core/i18n/translate';
import type it from './it.ts';

export default {
  'sign-in.title': 'Identify yourself with SPID or CIE',
  'sign-in.why':
    'This is a formal request (istanza): before sending it you identify yourself with SPID (level 2) or CIE. Your name and tax code reach the office together with the request.',
  'sign-in.enter': 'Sign in with SPID or CIE',
  'sign-in.leaving': 'Taking you to the sign-in page…',
  'sign-in.proving': 'Checking who has signed in…',
  'sign-in.kept':
    'You leave this page for a moment. What you wrote and your files stay on this device: when you come back you go on from here.',
  'sign-in.in': 'You are signed in as',
  'sign-in.leave': 'Sign out',
  'sign-in.left': 'You are signed out: to send the request you will have to sign in again.',
  'sign-in.signs': 'Signed by',
  'sign-in.applies': 'Applicant',
  'sign-in.by': 'SPID or CIE',
  'sign-in.behalf': 'I confirm: I make this request on behalf of whoever is named as the applicant.',
  'sign-in.behalf-missing':
    'Who signs and who is named as the applicant are not the same: confirm that you act on their behalf, or correct the applicant’s data.',
  'sign-in.retry': 'Complete signing in',
  'sign-in.nowhere':
    'Nothing stays on this device here, and signing in means leaving the page: what you wrote would be lost. Use another device, or turn to the office.',
  'sign-in.elsewhere': 'Open the form on the service’s own page',
  'sign-in.required': 'To send this request you have to sign in with SPID or CIE first.',
  'sign-in.refused':
    'Your sign-in no longer holds and the request has not gone out. Everything is still here: sign in again, then send.',
  'sign-in.expired': 'Your sign-in is over. What you wrote is still here: sign in again.',
  'sign-in.denied': 'You stopped signing in. Nothing has changed: you can try again whenever you like.',
  'sign-in.failed':
    'Signing in did not work: the identity provider has not confirmed who you are. Try again; if it happens again, write to the office.',
  'sign-in.unavailable':
    'Signing in with SPID or CIE does not respond right now. What you wrote is safe: try again shortly.',
  'sign-in.over': 'The sign-in ran out before it was complete, or began on another page. Sign in again.',
  'sign-in.offline':
    'Signing in needs the network, which is missing now. You can go on filling in and sign in later, before sending.',
  'sign-in.unproven': 'The network is missing to complete the sign-in. Stay on this page: you have five minutes.',
  'sign-in.not-kept':
    'The draft could not be saved on this device: so as not to lose it, we have not taken you away from this page. Free some space and try again.',
  'sign-in.not-here': 'It is not possible to sign in with SPID or CIE from this page.',
  'sign-in.not-offered': 'Signing in with SPID or CIE is not active for this service now. Please tell the office.',
} satisfies Record<keyof typeof it, Messages[string]>;
