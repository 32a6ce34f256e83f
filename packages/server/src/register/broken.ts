/** Thrown at the first place of the register that is not as it was written. */
export class Broken extends Error {
  override readonly name = 'Broken';
}
