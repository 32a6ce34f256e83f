import { ContextProvider } from '@lit/context';
import type { ReceiptStatus } from '@cmto/contract';
import { createPageServices, type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import type { Device } from '@cmto/core/platform/platform';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';

/** The one outside address that the test page's policy lets requests go to. */
export const base = 'https://partecipa.example.it/api/v1';

type Attributes = Readonly<Record<string, string>>;
type Request = Extract<ReceiptStatus, { kind: 'request' }>;

/** The service, the page and what is on it, for the tests of one file. */
export class Stage {
  service!: Awaited<ReturnType<typeof startMockApi>>;
  readonly store = createDeviceStore();
  complaints: string[] = [];
  #parents: Element[] = [];
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
    this.leave();
    history.replaceState(null, '', location.pathname + location.search);
    document.documentElement.lang = 'it';
    this.service.reset();
    for (const { id } of await this.store.all()) await this.store.delete(id);
    localStorage.clear();
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
      initialValue: servicesWhile(() => parent.isConnected),
    });
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    document.body.append(parent);
    return new SurveyPage(element);
  }

  /** Follows a request that the service knows, by its code, until something can be sent to it. */
  async follow(request: Request, attributes: Attributes = {}): Promise<SurveyPage> {
    this.service.requests.show(request);
    const page = this.place('cmto-request-status', attributes);
    await this.open(page, request.receiptCode);
    await until(() => page.root.querySelector('#erase'), 'what can be sent to it');
    return page;
  }

  async open(page: SurveyPage, code: string): Promise<void> {
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    type(page, '#code', code);
    page.root.querySelector<HTMLElement>('.ask [type=submit]')!.click();
    await until(() => page.element.matches(':state(shown)'), 'the receipt');
  }

  /** What has reached the service by this method below `/receipts/`. */
  received(method: string) {
    return this.service.received.filter((each) => each.method === method && each.path.startsWith('/receipts/'));
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

/** Nothing is tried again by itself, and other senders of this page do not hold the locks. */
const servicesWhile = (isThere: () => boolean): PageServices =>
  createPageServices(
    {
      ...browserPlatform,
      setTimer: (callback, delay) =>
        delay >= 1000 && delay < 19_000 ? () => undefined : browserPlatform.setTimer(callback, delay),
      async device() {
        const real = await browserPlatform.device();
        const onReachable: Device['onReachable'] = (callback) =>
          real.onReachable(() => {
            if (isThere()) callback();
          });
        const join: Device['join'] = real.join && ((listener) => real.join!((about) => isThere() && listener(about)));
        return { ...real, onReachable, join, exclusively: alone };
      },
    },
    base,
  );

export const useStage = (): Stage => {
  const stage = new Stage();
  before(() => stage.start());
  after(() => stage.stop());
  afterEach(() => stage.clear());
  return stage;
};
