import { MailQueue } from '../mail/mail-queue.ts';
import { CommandError, type CommandContext } from './command.ts';

const queueOf = ({ database, now }: CommandContext): MailQueue => new MailQueue(database.db, now);

/** `mail list`: never an address; that is with the request. */
export async function listLetters(context: CommandContext): Promise<void> {
  const { config, say, warn } = context;
  const letters = await queueOf(context).unsent();
  for (const { id, state, template, key, attempts, due_at: dueAt, problem } of letters) {
    const next = state === 'waiting' ? `  next try ${new Date(dueAt).toISOString()}` : '';
    say(`${id}  ${state}  ${template}  request ${key}  ${attempts} tries${next}${problem ? `  ${problem}` : ''}`);
  }
  const failed = letters.filter(({ state }) => state === 'failed').length;
  say(`${letters.length - failed} letters wait, ${failed} cannot be delivered`);
  if (config.smtpUrl === undefined)
    warn('This command has no CMTO_SMTP_URL: it cannot tell whether the server has one. Without it, letters wait.');
}

/** `mail retry LETTER|all` */
export async function retryLetters(context: CommandContext, id: string): Promise<void> {
  const count = await queueOf(context).retry(id === 'all' ? undefined : id);
  if (count === 0 && id !== 'all') throw new CommandError(`No letter "${id}" has failed`);
  context.say(`${count} letters are in the queue again`);
}
