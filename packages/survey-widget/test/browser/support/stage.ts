import type { CmtoSurvey } from '@cmto/survey-widget';
import type { Survey } from '@cmto/contract';
import { defaultPageServices } from '@cmto/core/context/page-services';
import { pageRegistry } from '@cmto/core/page-registry';
import type { ReceivedRequest, StoredResponse } from '@cmto/testing/handlers';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { forgetDevice, withdrawAll } from './device.ts';

/** The one outside address that the test page's policy lets requests go to. */
export const base = 'https://partecipa.example.it/api/v1';

const eventNames = ['ready', 'step-changed', 'submit-request', 'queued', 'submitted'].map(
  (name) => `cmto-survey-${name}`,
);

type Attributes = Readonly<Record<string, string>>;

/** The service, the page and what happens on it, for the tests of one file. */
export class Stage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  /** Names of the survey events that reached the page, in order. */
  heard: string[] = [];
  details: unknown[] = [];
  /** What a webmaster would find in the console: errors, caught by us or by nobody, what the page's policy refused. */
  complaints: string[] = [];
  #storedBefore = 0;
  readonly #shown = new Set<CmtoSurvey>();

  readonly #hear = (event: Event): void => {
    this.heard.push(event.type.replace('cmto-survey-', ''));
    this.details.push((event as CustomEvent).detail);
  };
  readonly #complain = (event: Event): void => {
    const { type } = event;
    if (event instanceof SecurityPolicyViolationEvent) this.complaints.push(`${type}: ${event.effectiveDirective}`);
    else
      this.complaints.push(
        `${type}: ${String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message)}`,
      );
  };

  readonly #error = console.error;

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
    for (const element of this.#shown) await this.leave(element);
    document.body.replaceChildren();
    document.documentElement.lang = 'it';
    this.service.reset();
    await withdrawAll();
    await forgetDevice();
    await this.#rest();
    pageRegistry().early.clear();
    this.#storedBefore = (await this.service.store.all()).length;
    this.heard = [];
    this.details = [];
    const { complaints } = this;
    this.complaints = [];
    expect(complaints, 'nothing for the console').to.deep.equal([]);
  }

  /** The page's own sender may still be on its way with an answer of this test: it must not meet those of the next. */
  async #rest(): Promise<void> {
    const delivery = await defaultPageServices().delivery();
    for (const shared of [false, true]) await delivery.outbox(await delivery.store(shared)).flush();
  }

  /** Publishes the definitions, beside those that are. */
  publish(...surveys: readonly Survey[]): void {
    this.service.publish(...surveys);
  }

  /** Puts a tag on the page as HTML would: with its attributes, before anything runs. */
  place(attributes: Attributes = {}, parent: Element = document.body): SurveyPage {
    const element = document.createElement('cmto-survey');
    for (const [name, value] of Object.entries({ slug: 'prova', api: base, ...attributes }))
      element.setAttribute(name, value);
    this.#shown.add(element);
    parent.append(element);
    return new SurveyPage(element);
  }

  /** Puts a tag on the page and waits until its first questions can be answered. */
  async open(attributes: Attributes = {}, parent?: Element): Promise<SurveyPage> {
    const before = this.count('ready');
    const page = this.place(attributes, parent);
    try {
      await until(() => this.count('ready') > before);
    } catch (error) {
      throw new Error(`No questions. The widget says: ${page.text}`, { cause: error });
    }
    return page;
  }

  /** Asks for a definition before its widget does, as the loader does while code is on its way. */
  askEarly(slug = 'prova'): void {
    const url = `${base}/surveys/${slug}`;
    pageRegistry().early.set(url, fetch(url));
  }

  /** As the person leaving the page: what is typed is on the device then. */
  async leave(page: SurveyPage | CmtoSurvey): Promise<void> {
    const element = page instanceof SurveyPage ? (page.element as CmtoSurvey) : page;
    const { form: survey } = element;
    this.#shown.delete(element);
    // A person who leaves earlier is a case of its own; here nothing may reach over into the next test.
    if (survey.phase.name === 'ready') await until(() => survey.finish?.drafts.entry, 'the draft to be open');
    element.remove();
    await survey.finish?.drafts.flush();
  }

  /** Behind the scenes: whether what is answered from now on goes to the device. */
  isPrepared(page: SurveyPage): boolean {
    return insideOf(page).finish?.drafts.entry !== undefined;
  }

  /** How many events of this name the page has heard. */
  count(name: string): number {
    return this.heard.filter((each) => each === name).length;
  }

  /** The answers that were posted, in order. */
  get posts(): ReceivedRequest[] {
    return this.service.received.filter(({ method }) => method === 'POST');
  }

  /** The answers that the service has accepted, in order. */
  async stored(): Promise<StoredResponse[]> {
    return (await this.service.store.all()).slice(this.#storedBefore);
  }

  /** What was posted last: the answers in it. */
  get posted(): unknown {
    return (this.posts.at(-1)?.body as { answers?: unknown } | undefined)?.answers;
  }
}

/** Behind the scenes, for what no person perceives: whether code that comes later has come. */
export const insideOf = ({ element }: SurveyPage): CmtoSurvey['form'] => (element as CmtoSurvey).form;

/** A stage for the tests of this file, cleared after each. */
export const useStage = (): Stage => {
  const stage = new Stage();
  before(() => stage.start());
  afterEach(() => stage.clear());
  after(() => stage.stop());
  return stage;
};
