import { ContextProvider } from '@lit/context';
import type { ReceiptStatus } from '@cmto/contract';
import { createPageServices, type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { browserJourney } from '@cmto/core/platform/browser-journey';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import type { Journey } from '@cmto/core/platform/journey';
import type { Device, Platform } from '@cmto/core/platform/platform';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';

/** The one outside address that the test page's policy lets requests go to. */
export const base = 'https://partecipa.example.it/api/v1';

/** After which another code may be asked for. */
export const aMinute = 60_000;

type Attributes = Readonly<Record<string, string>>;
type Request = Extract<ReceiptStatus, { kind: 'request' }>;

/** The service, the page and what is on it, for the tests of one file. */
export class Stage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  readonly store = createDeviceStore();
  complaints: string[] = [];
  /** Where pages have gone to, instead of going there. */
  left: string[] = [];
  /** How far the service's clock is ahead, in milliseconds. */
  ahead = 0;
  #timers: { readonly callback: () => void; readonly delay: number }[] = [];
  #parents: Element[] = [];
  readonly #frozen = new Set<Element | null>();
  readonly #error = console.error;
  readonly #complain = (event: Event): void => {
    const { type } = event;
    const what =
      event instanceof SecurityPolicyViolationEvent
        ? event.effectiveDirective
        : String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message);
    this.complaints.push(`${type}: ${what}`);
  };

  async start(): Promise<void> {
    console.error = (...words: unknown[]) => {
      this.complaints.push(`console: ${words.join(' ')}`);
      this.#error(...words);
    };
    this.service = await startMockApi({ base, now: () => Date.now() + this.ahead });
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
    this.leave();
    history.replaceState(null, '', location.pathname + location.search);
    document.documentElement.lang = 'it';
    this.service.reset();
    for (const { id } of await this.store.all()) await this.store.delete(id);
    localStorage.clear();
    this.left = [];
    this.ahead = 0;
    this.#timers = [];
    const { complaints } = this;
    this.complaints = [];
    expect(complaints, 'nothing for the console').to.deep.equal([]);
  }

  leave(): void {
    for (const parent of this.#parents) parent.remove();
    this.#parents = [];
  }

  /** Puts a tag on the page, over services of its own whose sender does nothing once the tag is gone. */
  place(tag: 'cmto-receipt' | 'cmto-request-form' | 'cmto-request-status', attributes: Attributes = {}): SurveyPage {
    const parent = document.createElement('div');
    this.#parents.push(parent);
    new ContextProvider(parent, {
      context: pageServicesContext,
      initialValue: this.#servicesWhile(
        () => parent.isConnected,
        () => !this.#frozen.has(parent),
      ),
    });
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    document.body.append(parent);
    return new SurveyPage(element);
  }

  /** From now on this tab hears nothing of what other tabs do, as one that the browser had frozen. */
  freeze({ element }: SurveyPage): void {
    this.#frozen.add(element.parentElement);
  }

  /** Lets the time pass that a page waits for with a timer of so many milliseconds; there is one. */
  elapse(delay: number): void {
    const due = this.#timers.filter((timer) => timer.delay === delay);
    expect(due, `timers of ${delay} ms`).to.have.length(1);
    this.#timers = this.#timers.filter((timer) => timer.delay !== delay);
    this.ahead += delay;
    due[0]!.callback();
  }

  /** Follows a request that the service knows, by number and code, until something can be sent to it. */
  async follow(request: Request, attributes: Attributes = {}): Promise<SurveyPage> {
    this.service.requests.show(request);
    const page = this.place('cmto-request-status', attributes);
    await this.open(page, request.receiptCode, request.register?.number);
    await until(() => page.root.querySelector('#erasure'), 'what can be sent to it');
    return page;
  }

  /** Where no number is asked for, or there is none, the code alone. */
  async open(page: SurveyPage, code: string, number?: string): Promise<void> {
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    if (number !== undefined) type(page, '#number', number);
    type(page, '#code', code);
    page.root.querySelector<HTMLElement>('.ask [type=submit]')!.click();
    await until(() => page.element.matches(':state(shown)'), 'the receipt');
  }

  /** What has reached the service by this method below `/receipts/`. */
  received(method: string) {
    return this.service.received.filter((each) => each.method === method && each.path.startsWith('/receipts/'));
  }

  /** Nothing is tried again by itself, minutes pass when the test says so, and other senders do not hold the locks. */
  #servicesWhile(isThere: () => boolean, hears: () => boolean): PageServices {
    const setTimer: Platform['setTimer'] = (callback, delay) => {
      if (delay < 1000 || (delay >= 19_000 && delay !== aMinute)) return browserPlatform.setTimer(callback, delay);
      const timer = { callback, delay };
      if (delay === aMinute) this.#timers.push(timer);
      return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
    };
    const device = async (): Promise<Device> => {
      const real = await browserPlatform.device();
      const onReachable: Device['onReachable'] = (callback) =>
        real.onReachable(() => {
          if (isThere()) callback();
        });
      const join: Device['join'] =
        real.join && ((listener) => real.join!((about) => isThere() && hears() && listener(about)));
      const journey = async (): Promise<Journey> => ({
        ...browserJourney,
        address: () => 'https://comune.example.it/istanza',
        leave: (url) => this.left.push(url),
      });
      return { ...real, onReachable, join, journey, exclusively: alone };
    };
    return createPageServices({ ...browserPlatform, setTimer, device }, base);
  }

  async kept(isRight: (entries: Entry[]) => boolean, what: string): Promise<Entry[]> {
    const end = performance.now() + 20_000;
    for (;;) {
      const entries = await this.store.all();
      if (isRight(entries)) return entries;
      if (performance.now() > end) throw new Error(`Waited in vain for ${what}; kept is ${JSON.stringify(entries)}`);
    }
  }
}

export const type = (page: SurveyPage, selector: string, text: string): void => {
  const box = page.root.querySelector<HTMLInputElement>(selector)!;
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
};

export const useStage = (): Stage => {
  const stage = new Stage();
  before(() => stage.start());
  after(() => stage.stop());
  afterEach(() => stage.clear());
  return stage;
};
