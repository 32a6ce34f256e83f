import type { CmtoSurvey } from '@cmto/survey-widget';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aQuestionnaire } from './support/questionnaire.ts';

const base = 'https://partecipa.example.it/api/v1';

const globals = (): string[] => Reflect.ownKeys(globalThis).map(String);

/** What Lit leaves on a page, for copies of itself to find each other. */
const ofLit = ['litHtmlVersions'];

/** The page as its webmaster left it: what a guest may not touch. */
const pageOutside = () => ({
  head: [...document.head.children].map((child) => new XMLSerializer().serializeToString(child)),
  sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  attributes: [...document.documentElement.attributes, ...document.body.attributes].map(({ name, value }) => [
    name,
    value,
  ]),
  cookies: document.cookie,
  session: Object.keys(sessionStorage),
  title: document.title,
  address: location.href,
});

describe('<cmto-survey> as a guest on someone else’s page', () => {
  let service: Awaited<ReturnType<typeof startMockApi>>;
  let before_: { globals: string[]; outside: ReturnType<typeof pageOutside>; prototype: PropertyKey[] };
  let early: CmtoSurvey;
  const complaints: string[] = [];
  const said: string[] = [];
  const { warn, error } = console;

  before(async () => {
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
      addEventListener(type, (event) => complaints.push(event.type));
    }
    for (const name of ['warn', 'error'] as const) console[name] = (...words: unknown[]) => said.push(words.join(' '));
    service = await startMockApi({ base, surveys: [aQuestionnaire()] });
    before_ = { globals: globals(), outside: pageOutside(), prototype: Reflect.ownKeys(Object.prototype) };
    // A page put together by script, before the kit has arrived.
    early = document.createElement('cmto-survey');
    early.slug = 'prova';
    early.api = base;
    early.headingLevel = 4;
    document.body.append(early);
    await import('@cmto/survey-widget/define');
  });

  after(async () => {
    Object.assign(console, { warn, error });
    document.body.replaceChildren();
    await service.stop();
  });

  it('takes over properties that were set before its definition', async () => {
    const page = new SurveyPage(early);
    await page.asked('Chi sei?');
    expect([...page.root.querySelectorAll('h4, h5')].map(({ localName }) => localName)).to.deep.equal(['h4', 'h5']);
    expect([early.slug, early.api, early.headingLevel, early.hideTitle]).to.deep.equal(['prova', base, 4, false]);
    early.headingLevel = 2;
    await until(() => page.root.querySelector('h2') !== null, 'the property to work');
  });

  it('is filled in and sent without a trace on the page around it', async () => {
    const page = new SurveyPage(early);
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    await until(() => early.form.finish?.drafts.entry?.state === 'delivered', 'the receipt to be stored');

    const added = globals().filter((name) => !before_.globals.includes(name) && !ofLit.includes(name));
    expect(added).to.deep.equal([String(Symbol.for('cmto.widgets'))]);
    expect(pageOutside()).to.deep.equal(before_.outside);
    expect(Reflect.ownKeys(Object.prototype)).to.deep.equal(before_.prototype);
    expect(['cmto-entries']).to.include.members(Object.keys(localStorage));
    const databases = (await indexedDB.databases()).map(({ name }) => name!);
    expect(databases).to.include('cmto-drafts-1');
    expect(['cmto-drafts-1', 'cmto-files-1']).to.include.members(databases);
  });

  it('asks nobody but its own service, without cookies', () => {
    // What the service answers, msw does: of the rest, all comes from the page's own origin.
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect(asked.filter((origin) => ![location.origin, new URL(base).origin].includes(origin))).to.deep.equal([]);
    expect([...new Set(service.received.map(({ credentials }) => credentials))]).to.deep.equal(['omit']);
  });

  it('makes no style attribute, no inline handler and no HTML from a string', () => {
    const root = early.shadowRoot!;
    expect(root.querySelectorAll('[style]')).to.have.length(0);
    const handlers = [...root.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on')),
    );
    expect(handlers).to.deep.equal([]);
    expect(root.querySelectorAll('style, script, link, iframe, img')).to.have.length(0);
  });

  it('keeps the first definition when it is defined twice, and says so in one line when another kit was first', async () => {
    const { define } = await import('@cmto/core/define');
    const first = customElements.get('cmto-survey')!;
    const count = said.length;
    define('cmto-survey', first);
    expect(said).to.have.length(count);
    define('cmto-survey', class Other extends HTMLElement {});
    expect(customElements.get('cmto-survey')).to.equal(first);
    expect(said.slice(count)).to.have.length(1);
    expect(said.at(-1)).to.match(/^<cmto-survey> is already defined \(0\.\d+\.\d+\); 0\.\d+\.\d+ stands aside\.$/);
  });

  it('speaks to its styles’ names from outside: parts, states and two custom properties', async () => {
    early.style.setProperty('--cmto-accent', 'rgb(120, 0, 80)');
    const page = new SurveyPage(early);
    const button = page.root.querySelector<HTMLElement>('button.button:not(.outline, .plain)')!;
    expect(getComputedStyle(button).backgroundColor).to.equal('rgb(120, 0, 80)');
    expect(early.matches(':state(submitted)')).to.equal(true);
    expect(page.root.querySelectorAll('[part~=base], [part~=title], [part~=receipt]')).to.have.length(3);
  });

  it('does not let the page’s styles into its questions', async () => {
    const sheet = new CSSStyleSheet();
    await sheet.replace('html { font-size: 62.5% } input, label, button { display: none !important }');
    document.adoptedStyleSheets = [sheet];
    try {
      const other = document.createElement('cmto-survey');
      other.setAttribute('slug', 'prova');
      other.setAttribute('api', base);
      document.body.append(other);
      const page = new SurveyPage(other);
      const question = await page.asked('Chi sei?');
      expect(question.control.checkVisibility()).to.equal(true);
      other.remove();
    } finally {
      document.adoptedStyleSheets = [];
    }
  });

  it('leaves the console of the page alone', () => {
    expect(complaints).to.deep.equal([]);
    expect(said.filter((line) => !line.includes('is already defined'))).to.deep.equal([]);
  });
});
