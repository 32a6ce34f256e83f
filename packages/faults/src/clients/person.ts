import type { Answers, Attachment } from '@cmto/contract';
import { createApiClient } from '@cmto/core/api/api-client';
import { Outbox } from '@cmto/core/outbox/outbox';
import type { Entry } from '@cmto/core/storage/entry';
import { createMemoryStore } from '@cmto/core/storage/memory-store';
import type { Random } from '../random.ts';
import type { Asked } from '../service/asked.ts';
import { submissionOf } from '../service/survey.ts';
import { aDraft } from './a-draft.ts';
import { PersonPlatform } from './person-platform.ts';
import type { SocketGate } from './socket-gate.ts';

export interface PersonOptions {
  /** The API base, as the page has it. */
  readonly api: string;
  readonly gate: SocketGate;
  readonly random: Random;
  /** The survey, unless said otherwise. */
  readonly asked?: Asked | undefined;
  readonly answers: Answers;
  readonly files?: readonly { readonly attachment: Attachment; readonly bytes: ArrayBuffer }[];
}

/** Somebody with an answer to send: the product's own outbox, client and rules over a store in memory. */
export class Person {
  readonly id: string;
  readonly #options: PersonOptions;
  readonly #platform: PersonPlatform;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.#platform = new PersonPlatform(options.gate, options.random);
    this.id = options.random.uuid();
  }

  get asked(): Asked | undefined {
    return this.#options.asked;
  }

  get submission() {
    const { answers, files = [], asked } = this.#options;
    return submissionOf(
      answers,
      files.map(({ attachment }) => attachment),
      asked,
    );
  }

  /**
   * Types, presses "send", and waits; resolves with what the device holds when it is no longer queued. `kept` is called
   * when the device has promised to deliver it.
   */
  async send(kept: () => void): Promise<Entry> {
    const store = createMemoryStore();
    const { waiting, requesting, device } = this.#platform;
    const outbox = new Outbox(store, waiting, device, (base) => createApiClient(base, requesting));
    const { api, answers, asked, files = [] } = this.#options;
    const attachments = files.map(({ attachment }) => attachment);
    const draft = aDraft({ id: this.id, api, answers, attachments, asked });
    await store.update(this.id, () => draft);
    for (const { attachment, bytes } of files) {
      await store.putFile(this.id, attachment.sha256, bytes);
    }
    const settled = new Promise<Entry>((resolve) => {
      outbox.subscribe(this.id, (entry) => {
        if (entry.state !== 'queued') resolve(entry);
      });
    });
    await outbox.enqueue(draft, this.submission);
    kept();
    await outbox.flush();
    return settled;
  }

  /** Somebody knows that no answer will come: what would take twenty seconds happens now. */
  giveUp(): void {
    this.#platform.giveUp();
  }
}
