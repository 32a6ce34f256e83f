import type { ConsignedFile, Consignment, ReadingCopy } from '../adapter.ts';

/** What is posted, in pieces, the same at every call: files as base64, none of them in memory as a whole. */
export async function* consignmentBody(
  operation: string,
  consignment: Consignment,
  copy: ReadingCopy | undefined,
): AsyncIterable<Buffer> {
  const { task, register, files, linkedTo } = consignment;
  const { department, adapter: _, target: __, ...filing } = register;
  const facts = {
    operation,
    key: task.key,
    request: task.request,
    department,
    direction: task.direction,
    registration: { ...task.registration, at: new Date(task.registration.at).toISOString() },
    subject: task.subject,
    correspondent: task.correspondent,
    linkedTo,
    internalLink: task.linkedTo,
    filing,
  };
  yield Buffer.from(`${JSON.stringify(facts).slice(0, -1)},"files":[`);
  for (const [at, file] of files.entries()) yield* fileBody(file, at > 0);
  yield Buffer.from(']');
  if (copy) {
    const { bytes, ...named } = copy;
    yield Buffer.from(`,"readingCopy":${JSON.stringify({ ...named, content: bytes.toString('base64') })}`);
  }
  yield Buffer.from('}');
}

async function* fileBody({ name, type, size, sha256, open }: ConsignedFile, follows: boolean): AsyncIterable<Buffer> {
  const facts = JSON.stringify({ name, type, size, sha256 });
  yield Buffer.from(`${follows ? ',' : ''}${facts.slice(0, -1)},"content":"`);
  // Base64 is made of threes: what is left over goes with the next piece.
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    yield Buffer.from(bytes.toString('base64', 0, whole));
    rest = bytes.subarray(whole);
  }
  yield Buffer.from(`${rest.toString('base64')}"}`);
}

/** A message without files. */
export async function* plainBody(message: object): AsyncIterable<Buffer> {
  yield Buffer.from(JSON.stringify(message));
}
