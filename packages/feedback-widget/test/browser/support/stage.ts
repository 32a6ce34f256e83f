import { ContextProvider } from '@lit/context';
import { type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { ReceivedRequest } from '@cmto/testing/handlers';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { expect } from 'chai';
import { RatingPage } from './rating-page.ts';
import { base, servicesWhile } from './services.ts';

export { base };

const eventNames = ['submit-request', 'queued', 'submitted'].map((name) => `cmto-rating-${name}`);

type Changeable = { -readonly [name in keyof PageServices]: PageServices[name] };

/** The service, the page and what happens on it, for the tests of one file. */
export class Stage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  readonly store = createDeviceStore();
  /** Names of the rating events that reached the page, in order, and `feedback-submit` on the document. */
  heard: string[] = [];
  details: unknown[] = [];
  /** What a webmaster would find in the console. */
  complaints: string[] = [];
  #parents: Element[] = [];
  /** Of the tags of this test, for it to change. */
  services: Changeable | undefined;
  readonly #error = console.error;

  readonly #hear = (event: Event): void => {
    this.heard.push(event.type.replace('cmto-rating-', ''));
    this.details.push((event as CustomEvent).detail);
  };
  readonly #complain = (event: Event): void => {
    const what =
      event instanceof SecurityPolicyViolationEvent
        ? event.effectiveDirective
        : String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message);
    this.complaints.push(`${event.type}: ${what}`);
  };

  async start(): Promise<void> {
    console.error = (...words: unknown[]) => {
      this.complaints.push(`console: ${words.join(' ')}`);
      this.#error(...words);
    };
    this.service = await startMockApi({ base });
    for (const name of eventNames) addEventListener(name, this.#hear);
    document.addEventListener('feedback-submit', this.#hear);
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      addEventListener(name, this.#complain);
  }

  async stop(): Promise<void> {
    console.error = this.#error;
    for (const name of eventNames) removeEventListener(name, this.#hear);
    document.removeEventListener('feedback-submit', this.#hear);
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      removeEventListener(name, this.#complain);
    await this.service.stop();
  }

  async clear(): Promise<void> {
    for (const parent of this.#parents) parent.remove();
    this.#parents = [];
    this.services = undefined;
    document.body.replaceChildren();
    document.documentElement.lang = 'it';
    this.service.reset();
    for (const { id } of await this.store.all()) await this.store.delete(id);
    localStorage.clear();
    this.heard = [];
    this.details = [];
    const { complaints } = this;
    this.complaints = [];
    expect(complaints, 'nothing for the console').to.deep.equal([]);
  }

  /** Puts a tag on the page. Those of one test share services, whose sender does nothing once the first tag is gone. */
  place(attributes: Readonly<Record<string, string>> = {}): RatingPage {
    const parent = document.createElement('div');
    this.#parents.push(parent);
    this.services ??= servicesWhile(() => parent.isConnected);
    new ContextProvider(parent, { context: pageServicesContext, initialValue: this.services });
    const element = document.createElement('cmto-rating');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    document.body.append(parent);
    return new RatingPage(element);
  }

  /** The ratings that were posted, in order. */
  get posts(): ReceivedRequest[] {
    return this.service.received.filter(({ method, path }) => method === 'POST' && path === '/ratings');
  }

  /** The body of what was posted last. */
  get posted(): Record<string, unknown> | undefined {
    return this.posts.at(-1)?.body as Record<string, unknown> | undefined;
  }
}

/** A stage for the tests of this file, cleared after each. */
export const useStage = (): Stage => {
  const stage = new Stage();
  before(() => stage.start());
  afterEach(() => stage.clear());
  after(() => stage.stop());
  return stage;
};
