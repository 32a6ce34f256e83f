/** Thrown for what the register refuses; the message is for the person at the keyboard. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}
