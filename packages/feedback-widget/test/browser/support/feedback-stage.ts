import '@cmto/feedback-widget/define';
import { ContextProvider } from '@lit/context';
import type { Consultation } from '@cmto/contract';
import { pageServicesContext } from '@cmto/core/context/page-services';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { aConsultation } from '@cmto/testing/builders';
import type { ReceivedRequest } from '@cmto/testing/handlers';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { base, servicesWhile } from './services.ts';

const eventNames = ['ready', 'step-changed', 'submit-request', 'queued', 'submitted'].map(
  (name) => `cmto-feedback-${name}`,
);

/** One consultation per test: a draft that is still being written when its page goes is nobody else's. */
let consultations = 0;

/** The service, the page and what is on it, for the tests of one file. */
export class FeedbackStage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  readonly store = createDeviceStore();
  /** Names of the events that reached the page, in order. */
  heard: string[] = [];
  details: unknown[] = [];
  complaints: string[] = [];
  #placed: Element[] = [];
  readonly #error = console.error;
  readonly #hear = (event: Event): void => {
    this.heard.push(event.type.replace('cmto-feedback-', ''));
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
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      addEventListener(name, this.#complain);
  }

  async stop(): Promise<void> {
    console.error = this.#error;
    for (const name of eventNames) removeEventListener(name, this.#hear);
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      removeEventListener(name, this.#complain);
    await this.service.stop();
  }

  async clear(): Promise<void> {
    this.leave();
    getSelection()?.removeAllRanges();
    document.documentElement.lang = 'it';
    document.documentElement.removeAttribute('dir');
    this.service.reset();
    for (const { id } of await this.store.all()) await this.store.delete(id);
    localStorage.clear();
    this.heard = [];
    this.details = [];
    const { complaints } = this;
    this.complaints = [];
    expect(complaints, 'nothing for the console').to.deep.equal([]);
  }

  leave(): void {
    for (const element of this.#placed) element.remove();
    this.#placed = [];
  }

  /** A consultation of its own name, published. */
  publish(parts: Partial<Consultation> = {}): Consultation {
    consultations += 1;
    const consultation = aConsultation({ slug: `bozza-${consultations}`, ...parts });
    this.service.consultations.publish(consultation);
    return consultation;
  }

  /** The page's own document, as a CMS shows it; the `id` is for the tag's `for`. */
  placeDocument(...content: readonly Node[]): HTMLElement {
    const article = document.createElement('article');
    article.id = 'contenuto';
    article.append(...content);
    document.body.append(article);
    this.#placed.push(article);
    return article;
  }

  /** Puts a tag on the page, over services of its own. */
  place(attributes: Readonly<Record<string, string>>): SurveyPage {
    const parent = document.createElement('div');
    this.#placed.push(parent);
    new ContextProvider(parent, {
      context: pageServicesContext,
      initialValue: servicesWhile(() => parent.isConnected),
    });
    const element = document.createElement('cmto-feedback');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    document.body.append(parent);
    return new SurveyPage(element);
  }

  /** A tag whose document or first questions are there, with everything that it can need. */
  async open(consultation: Consultation, attributes: Readonly<Record<string, string>> = {}): Promise<SurveyPage> {
    const page = this.place({ slug: consultation.slug, ...attributes });
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    return page;
  }

  /** The contributions that were posted, in order. */
  get posts(): ReceivedRequest[] {
    return this.service.received.filter(({ method, path }) => method === 'POST' && path.endsWith('/contributions'));
  }

  get posted(): Record<string, unknown> | undefined {
    return this.posts.at(-1)?.body as Record<string, unknown> | undefined;
  }

  /** What this device holds of a consultation, once it is as wanted. */
  async kept(
    { slug }: Consultation,
    isRight: (entries: readonly Entry[]) => boolean,
    what: string,
  ): Promise<readonly Entry[]> {
    const end = performance.now() + 20_000;
    for (;;) {
      const entries = (await this.store.all()).filter(({ path }) => path.includes(`/${slug}/`));
      if (isRight(entries)) return entries;
      if (performance.now() > end) throw new Error(`Waited in vain for ${what}; kept is ${JSON.stringify(entries)}`);
    }
  }
}

/** A stage for the tests of this file, cleared after each. */
export const useFeedbackStage = (): FeedbackStage => {
  const stage = new FeedbackStage();
  before(() => stage.start());
  afterEach(() => stage.clear());
  after(() => stage.stop());
  return stage;
};

/** Waits until the questions about one part are shown. */
export const writing = async (page: SurveyPage, about: string): Promise<void> => {
  await page.says(`La tua osservazione su: ${about}`);
  await page.asked('Osservazione');
};
