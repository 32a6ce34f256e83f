/** Something that the protocol office asked for and that cannot be; the message is for the person who asked. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
