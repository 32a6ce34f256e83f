import assert from 'node:assert/strict';
import type { Entry } from '../../../src/storage/entry.ts';
import type { Service } from './service.ts';

/** The words of the one question of this model's survey. */
export const wordsOf = (answers: unknown): string => (answers as { words?: string } | undefined)?.words ?? '';

const sentWords = (entry: Entry): string => wordsOf(entry.submission?.answers);

/** All words that an entry holds. */
export const wordsIn = (entry: Entry): string[] => [
  wordsOf(entry.answers),
  sentWords(entry),
  ...(entry.conflicts ?? []).map(({ answer }) => String(answer)),
];

/** Which states may follow which on the disk, besides what the person deletes. */
const follows: Record<string, readonly string[]> = {
  nothing: ['draft', 'queued'],
  draft: ['draft', 'queued'],
  queued: ['queued', 'delivered', 'attention'],
  attention: ['draft', 'queued'],
  delivered: [],
};

/**
 * The reference model: what a person was told and what they did, against which the disk and the service are held. It
 * knows nothing of how the kit goes about it.
 */
export class Ledger {
  readonly #service: Service;
  /** Words said to be saved on the device, with who was told; what the same tab saves next takes their place. */
  readonly saved = new Map<string, string>();
  /** Words of answers said to be sent, by key. */
  readonly acknowledged = new Map<string, string>();
  /** Keys that the person has asked to delete. */
  readonly deleted = new Set<string>();
  /** Words that the person has deleted, or replaced by others. */
  readonly given = new Set<string>();
  /** Keys in whose place the person has asked for new ones. */
  readonly replaced = new Set<string>();
  /** New keys for answers whose own was spent, as the person asked. */
  readonly renewed = new Set<string>();

  constructor(service: Service) {
    this.#service = service;
  }

  /** Every change on the disk, as it happens. */
  changed(id: string, before: Entry | undefined, after: Entry | undefined): void {
    const from = before?.state ?? 'nothing';
    if (!after) {
      assert.notEqual(from, 'queued', 'what was sent goes out, whatever another tab deletes as a draft');
      if (this.replaced.has(id) || this.#hasArrived(before!)) return;
      assert.ok(this.deleted.has(id), `only a person deletes: ${id} was ${from}`);
      for (const words of wordsIn(before!)) this.given.add(words);
      return;
    }
    assert.ok(follows[from]!.includes(after.state), `${from} does not become ${after.state}`);
    if (from === 'queued') this.#left(before!, after);
    if (from === 'attention')
      assert.equal(wordsOf((after.submission ?? after).answers), sentWords(before!), 'what was refused is kept');
  }

  /** Sent from memory, for the device refused it: the draft it still held goes, if nothing else is in it. */
  #hasArrived({ id, state, ...draft }: Entry): boolean {
    const kept = this.#service.kept.get(id);
    const words = wordsOf(kept?.answers);
    return (
      kept !== undefined &&
      state === 'draft' &&
      wordsIn({ ...draft, id, state }).every((each) => each === words || each === '' || this.given.has(each))
    );
  }

  /** Nothing leaves `queued` without a receipt of the service, or its refusal; and nothing is altered there. */
  #left(before: Entry, after: Entry): void {
    if (after.state === 'delivered') {
      const kept = this.#service.kept.get(after.id);
      assert.ok(kept, 'delivered, and the service has it');
      assert.deepEqual(after.receipt, kept.receipt, 'delivered, with the receipt');
      assert.equal(wordsOf(kept.answers), sentWords(before), 'delivered unaltered');
      return;
    }
    assert.deepEqual(after.submission, before.submission, `the content stays as it is in ${after.state}`);
    if (after.state === 'attention')
      assert.ok(this.#service.refused.get(after.id)?.has(after.problem!.code), 'the service has refused it');
  }

  /** What has to hold at every moment. */
  check(): void {
    const keys = new Map<string, Set<string>>();
    for (const { key, answers } of this.#service.posted) {
      if (this.renewed.has(key)) continue;
      const words = wordsOf(answers);
      keys.set(words, (keys.get(words) ?? new Set()).add(key));
    }
    for (const [words, used] of keys) assert.equal(used.size, 1, `“${words}” goes out under one key`);
    for (const [key, words] of this.acknowledged)
      assert.equal(wordsOf(this.#service.kept.get(key)?.answers), words, 'what was acknowledged is stored');
  }

  /** What has to hold once all faults are over and everybody has had time. `onPages`: words that a person still sees. */
  finish(entries: readonly Entry[], onPages: readonly string[]): void {
    this.check();
    const waiting = entries.filter(({ state }) => state === 'queued').map(({ id }) => id);
    assert.deepEqual(waiting, [], 'everything queued goes out in the end');
    const there = new Set([
      ...onPages,
      ...entries.flatMap(wordsIn),
      ...[...this.#service.kept.values()].map(({ answers }) => wordsOf(answers)),
    ]);
    for (const [tab, words] of this.saved)
      assert.ok(there.has(words) || this.given.has(words), `“${words}”, saved in ${tab}, is somewhere`);
  }
}
