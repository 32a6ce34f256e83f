/** Thrown for what cannot be done to a request; the message is for the person at the keyboard. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
