/** Thrown for what cannot be done to a contribution; the message is for the person at the keyboard. */
export class ContributionError extends Error {
  override readonly name = 'ContributionError';
}
