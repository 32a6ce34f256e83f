import type { Mood, OfficialRegister } from '../support/official-register.ts';
import type { SmtpOffice, Step } from '../support/smtp-office.ts';
import type { Fate } from './fate.ts';

/** Of those who give no answer at all there are few: each takes as long as our patience. */
const shareOfSilent = 0.02;
const moods: readonly Mood[] = [
  'answers',
  'dies',
  'dies',
  'twice',
  'later',
  'later',
  'garbage',
  'html',
  'busy',
  'redirects',
  'down',
];
const steps: readonly Step[] = ['connect', 'from', 'to', 'data'];
/** Of the documents that reach a register, those whose sender is killed before it hears of it. */
const shareOfKills = 0.1;

export interface TroubleOptions {
  readonly office: OfficialRegister;
  readonly mailbox: SmtpOffice;
  readonly fate: Fate;
  /** Kills at once whoever sends. */
  kill(): void;
}

/**
 * Registers that answer late, twice, with garbage or not at all, and a server that is killed when one has what it sent.
 * What befalls a document is drawn for its key and the number of the try; the first that comes to each is always killed.
 */
export class Trouble {
  readonly #options: TroubleOptions;
  readonly #times = new Map<string, number>();

  constructor(options: TroubleOptions) {
    this.#options = options;
  }

  begin(): void {
    const { office, mailbox, fate } = this.#options;
    office.before = ({ operation, key }) => {
      const time = this.#count(`${operation} ${key}`);
      if (operation === 'lookup') {
        office.lookups = fate.pick(['answers', 'answers', 'garbage', 'down'], 'lookup', key, time);
        return;
      }
      const isSilent = fate.chance('silent', key, time) < shareOfSilent;
      office.mood = isSilent ? 'silent' : fate.pick(moods, 'mood', key, time);
      this.#strike('document', key, time);
    };
    mailbox.before = ({ headers }) => {
      const key = headers.find((header) => header.key === 'x-cmto-key')?.value ?? '';
      this.#strike('letter', key, this.#count(`letter ${key}`));
    };
  }

  /** How the mail server fails until `calm`, drawn for a round. */
  refuse(round: number): void {
    const { mailbox, fate } = this.#options;
    for (const step of steps) mailbox.refuse(step);
    if (fate.chance('refuses', round) < 0.5)
      mailbox.refuse(fate.pick(steps, 'step', round), fate.pick([421, 451], 'code', round));
    if (fate.chance('gone', round) < 0.3) mailbox.dieAfterNext();
  }

  end(): void {
    const { office, mailbox } = this.#options;
    office.before = () => undefined;
    mailbox.before = () => undefined;
    [office.mood, office.lookups] = ['answers', 'answers'];
    for (const step of steps) mailbox.refuse(step);
  }

  #strike(what: 'document' | 'letter', key: string, time: number): void {
    const { fate, kill } = this.#options;
    if (this.#count(what) === 1 || fate.chance(what, key, time) < shareOfKills) kill();
  }

  #count(what: string): number {
    const times = (this.#times.get(what) ?? 0) + 1;
    this.#times.set(what, times);
    return times;
  }
}
