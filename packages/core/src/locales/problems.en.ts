import type { Messages } from '../i18n/translate.ts';
import type it from './problems.it.ts';

export default {
  'problem.request.malformed':
    'The service could not read what was sent. Your answers are still here: try again in a moment.',
  'problem.request.unsupported-type':
    'The service does not accept this type of data. Your answers are still here: try again in a moment.',
  'problem.request.too-large':
    'This is too much to send at once. Shorten the longest texts or remove a file, then try again.',
  'problem.request.invalid':
    'The service did not accept what was sent. Your answers are still here: reload the page and try again.',
  'problem.request.not-found': 'The service did not find what is needed. Reload the page and try again.',
  'problem.request.method-not-allowed': 'The service does not offer this operation. Reload the page and try again.',
  'problem.request.rate-limited':
    'Too many requests in a short time. Wait a few minutes: sending starts again by itself.',
  'problem.server.unavailable':
    'The service is busy or under maintenance. Your answers stay on this device and sending starts again by itself.',
  'problem.server.failed': 'The service had a problem. Your answers stay on this device: try again in a moment.',
  'problem.origin.not-allowed': 'This site is not enabled to use the service. Please tell those who run the site.',
  'problem.idempotency.missing':
    'Sending failed because of an error in the form. Your answers are still here: reload the page and try again.',
  'problem.idempotency.mismatch':
    'A different version of these answers was already sent. Check your receipt, or fill in the survey again.',
  'problem.idempotency.in-flight': 'Sending is already under way: wait a few seconds.',
  'problem.submission.invalid': 'Some answers need correcting before they can be sent: check those marked.',
  'problem.submission.erased': 'These answers were erased on request and cannot be sent again.',
  'problem.survey.not-found': 'This survey does not exist or is no longer published. Check the link you followed.',
  'problem.survey.not-open': 'The survey is not open yet.',
  'problem.survey.closed': 'The survey is closed and takes no more answers. You can save a copy of what you wrote.',
  'problem.survey.version-withdrawn':
    'This version of the survey was withdrawn. Choose “Correct and send again”: your answers are carried over to the new version.',
  'problem.survey.version-unknown': 'This version of the survey is not published. Choose “Correct and send again”.',
  'problem.service.not-found':
    'This service does not exist or is no longer published. Check the link that you followed.',
  'problem.identity.required':
    'To send this request you have to sign in, and your sign-in has expired or is missing. The request is still here: sign in again with SPID or CIE, then send it.',
  'problem.service.not-open': 'The service does not take requests yet.',
  'problem.service.closed': 'The service takes no more requests. You can save a copy of what you wrote.',
  'problem.service.version-withdrawn':
    'This version of the form was withdrawn. Choose “Correct and send again”: what you wrote moves to the new version.',
  'problem.service.version-unknown': 'This version of the form is not published. Choose “Correct and send again”.',
  'problem.message.not-possible':
    'The request is no longer in a state that allows this. Reload the page to see where it stands.',
  'problem.message.code-wrong': 'The code is not the one we sent you. Check the six digits and try again.',
  'problem.message.code-expired': 'The code has expired or was tried too often. Ask for another one.',
  'problem.attachment.missing': 'Some files did not arrive. Go back to the question, upload them again and retry.',
  'problem.attachment.mismatch': 'A file arrived damaged. Remove it, upload it again and retry.',
  'problem.attachment.offset': 'Only part of a file has arrived: sending goes on by itself.',
  'problem.attachment.infected':
    'A file carries a virus and was not accepted. Remove that file, or choose a clean copy, and retry.',
  'problem.attachment.too-large': 'A file is too large. Choose a smaller one and retry.',
  'problem.receipt.not-found': 'No receipt has this code. Check that it is complete.',
  'problem.network.unreachable':
    'There is no connection to the service. Your answers stay on this device and sending starts again by itself.',
  'problem.network.timeout':
    'The service did not answer in time. Your answers stay on this device and sending starts again by itself.',
  'problem.network.unexpected':
    'The network gave an unexpected answer, perhaps from a Wi-Fi sign-in page. Your answers stay on this device: check the connection.',
  'problem.definition.unreadable': 'The survey cannot be read. Reload the page; if it happens again, tell the office.',
  'problem.storage.failed':
    'This device does not allow answers to be saved. Send the survey before you close the page.',
  'problem.file.unreadable': 'The file cannot be read. Check that it still exists, then choose it again.',
  'problem.position.denied': 'Your position is not available. Write the address.',
} satisfies Record<keyof typeof it, Messages[string]>;
