import type { Readable } from 'node:stream';
import { isEmail } from '@cmto/contract';
import type { Transporter } from 'nodemailer';
import { openTransport, toRefusal } from '../../mail/mail-server.ts';
import { addressOf, domainOf } from '../../mail/sender.ts';
import type { Consignment, CopyFor, Outcome, RegisterAdapter } from '../adapter.ts';
import { pecMessage } from './pec-message.ts';
import { pecMessageHash } from './pec-message-id.ts';

export interface PecOptions {
  /** The certified mailbox's own mail server, as `smtps://user:password@host`; undefined: documents wait. */
  readonly url: string | undefined;
  readonly from: string | undefined;
  readonly copyFor?: CopyFor | undefined;
  /** Milliseconds one message may take. */
  readonly patience?: number;
}

/**
 * A message to the protocol office's certified mailbox: works with every register, since people do the rest. Whoever dies
 * after the mail server's yes sends the same message again, under the same Message-ID, and the office sees one key.
 */
export function pecAdapter({
  url,
  from,
  copyFor,
  patience = 9 * 60_000,
}: PecOptions): RegisterAdapter & { close(): void } {
  let transport: Transporter | undefined;
  const deliver = async (consignment: Consignment): Promise<Outcome> => {
    const { task, register, files } = consignment;
    if (url === undefined || from === undefined) return { kind: 'unknown', problem: 'no-mailbox' };
    if (register.target === undefined || !isEmail(register.target)) return { kind: 'unknown', problem: 'no-target' };
    const copy = await copyFor?.(consignment);
    transport ??= openTransport(url);
    try {
      await transport.sendMail({
        messageId: `<${pecMessageHash(task.key)}@${domainOf(from)}>`,
        from,
        to: { name: '', address: register.target },
        envelope: { from: addressOf(from), to: [register.target] },
        ...pecMessage(consignment, copy),
        // Of the registration: the same message is the same bytes.
        date: new Date(task.registration.at),
        headers: { 'X-CMTO-Key': task.key },
        attachments: [
          ...files.map(({ name, type, open }) => attached(name, type, open())),
          ...(copy ? [attached(copy.name, copy.type, copy.bytes)] : []),
        ],
        signal: AbortSignal.timeout(patience),
      });
      return { kind: 'office' };
    } catch (error) {
      const { isFinal, problem } = toRefusal(error);
      return { kind: isFinal ? 'refused' : 'unknown', problem };
    }
  };
  return {
    describe: () => ({
      name: 'pec',
      version: '1',
      // Certified mail takes 100 MB for all recipients; base64 makes four bytes of three.
      capabilities: { attachments: true, annul: false, outgoing: true, search: false, maxBytes: 70 * 1024 * 1024 },
    }),
    health: async () => {
      if (url === undefined) return { state: 'down', problem: 'no-mailbox' };
      transport ??= openTransport(url);
      return transport.verify().then(
        () => ({ state: 'up' }) as const,
        (error: unknown) => ({ state: 'down', problem: toRefusal(error).problem }) as const,
      );
    },
    register: deliver,
    addAttachment: deliver,
    registerOutgoing: deliver,
    annul: () => Promise.resolve({ kind: 'office' }),
    lookup: () => Promise.resolve({ kind: 'none' }),
    dailyRegister: () => Promise.resolve(undefined),
    close: () => transport?.close(),
  };
}

const attached = (filename: string, contentType: string, content: Readable | Buffer) => ({
  filename,
  contentType,
  content,
  contentTransferEncoding: 'base64' as const,
});
