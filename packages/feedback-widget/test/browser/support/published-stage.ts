import type { Answers, Consultation, ContributionStatus, OfficialAnswer, Submission } from '@cmto/contract';
import { createPageServices, type PageServices } from '@cmto/core/context/page-services';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import type { Device, Platform } from '@cmto/core/platform/platform';
import { createAgreementStore } from '@cmto/core/storage/agreement-store';
import { aConsultation, aKey, anIdea } from '@cmto/testing/builders';
import type { ReceivedRequest } from '@cmto/testing/handlers';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';
import { createPublishedTag } from './published-tag.ts';

/** The one outside address that the test page's policy lets requests go to. */
export const base = 'https://partecipa.example.it/api/v1';

const { document: _, ...withoutDocument } = aConsultation();

let count = 0;

/** A consultation of its own for each test: what is sent to one stays with the service. */
export const ideas = (parts: Partial<Consultation> = {}): Consultation => {
  const { form, contribution, moderation } = withoutDocument;
  const [page] = form.pages;
  const topic = {
    id: 'asse',
    type: 'choice' as const,
    label: 'Asse del piano',
    options: [
      { value: 'asse-1', label: 'Asse 1: transizione' },
      { value: 'asse-2', label: 'Asse 2: cura' },
    ],
  };
  return {
    ...withoutDocument,
    slug: `idee-${(count += 1)}`,
    kind: 'ideas',
    contribution: { ...contribution, topic: 'asse' },
    moderation: { ...moderation, when: 'after' },
    form: { pages: [{ ...page!, fields: [...page!.fields, topic] }] },
    ...parts,
  };
};

/** A document whose observations are published as they come. */
export const aDocument = (): Consultation =>
  aConsultation({
    slug: `bozza-${(count += 1)}`,
    moderation: { ...withoutDocument.moderation, when: 'after' },
  });

/** The service, the page and what is on it, for the tests of published contributions. */
export class PublishedStage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  readonly agreements = createAgreementStore();
  complaints: string[] = [];
  #tags: HTMLElement[] = [];
  readonly #error = console.error;
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
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      addEventListener(name, this.#complain);
  }

  async stop(): Promise<void> {
    console.error = this.#error;
    for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation'])
      removeEventListener(name, this.#complain);
    await this.service.stop();
  }

  async clear(): Promise<void> {
    for (const tag of this.#tags) tag.remove();
    this.#tags = [];
    document.documentElement.lang = 'it';
    this.service.reset();
    await this.agreements.forgetAll();
    const { complaints } = this;
    this.complaints = [];
    expect(complaints, 'nothing for the console').to.deep.equal([]);
  }

  /** Sends a contribution, which the service publishes at once; gives its public name. */
  async publish(
    { slug }: Consultation,
    answers: Answers,
    {
      target,
      answer,
      ...rest
    }: Partial<ContributionStatus> & Pick<Submission, 'target'> & { answer?: OfficialAnswer } = {},
  ): Promise<string> {
    const sent = await fetch(`${base}/consultations/${slug}/contributions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      body: JSON.stringify({ ...anIdea(answers), ...(target ? { target } : {}) }),
    });
    expect(sent.status).to.equal(201);
    const { receiptCode } = (await sent.json()) as { receiptCode: string };
    const status = (await (await fetch(`${base}/receipts/${receiptCode}`)).json()) as ContributionStatus;
    this.service.contributions.show({ ...status, ...rest, ...(answer ? { answer } : {}), state: 'published' });
    this.service.received.length = 0;
    return status.contribution;
  }

  /** Puts a tag on the page that shows what is published of a consultation; resolves once that has come, or has not. */
  async place(
    consultation: Consultation,
    { lang, shared = false, services }: { lang?: string; shared?: boolean; services?: PageServices } = {},
  ): Promise<SurveyPage> {
    const tag = createPublishedTag();
    if (lang !== undefined) tag.lang = lang;
    tag.sharedDevice = shared;
    this.#tags.push(tag);
    document.body.append(tag);
    await tag.show(services ?? servicesWhile(() => tag.isConnected), base, consultation);
    await tag.updateComplete;
    return new SurveyPage(tag);
  }

  leave(): void {
    this.#tags.pop()?.remove();
  }

  /** What has reached the service by this method. */
  received(method: string): ReceivedRequest[] {
    return this.service.received.filter((each) => each.method === method);
  }
}

/** Timers by which nothing is tried again: what happens next is for the browser or a person to bring about. */
const noRetries: Platform['setTimer'] = (callback, delay) =>
  delay >= 1000 ? () => undefined : browserPlatform.setTimer(callback, delay);

const servicesWhile = (isThere: () => boolean): PageServices => {
  const device = async (): Promise<Device> => {
    const real = await browserPlatform.device();
    return { ...real, exclusively: alone, onReachable: (callback) => real.onReachable(() => isThere() && callback()) };
  };
  return createPageServices({ ...browserPlatform, setTimer: noRetries, device }, base);
};

export const usePublishedStage = (): PublishedStage => {
  const stage = new PublishedStage();
  before(() => stage.start());
  afterEach(() => stage.clear());
  after(() => stage.stop());
  return stage;
};
