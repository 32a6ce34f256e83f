import { aField, aSurvey } from '@cmto/testing/builders';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { asked, base, place, type Service, surveyIn } from './stage.ts';

const anInquiry = (slug: string) => aSurvey({ slug, fields: [aField('text', { label: `Domanda di ${slug}` })] });

/** Starts the loader as a script element of the page does; again under another address, like a second snippet. */
const load = (query = ''): Promise<unknown> => import(`/packages/kit/src/loader.ts${query}`);

// One page, as it goes on living: each test takes it as the one before has left it.
describe('the loader', () => {
  let service: Service;
  let first: HTMLElement;
  let twin: HTMLElement;
  let stranger: HTMLElement;

  before(async () => {
    service = await startMockApi({ base, surveys: ['prova', 'altro', 'terzo'].map(anInquiry) });
    first = place('cmto-survey', { slug: 'prova' });
    twin = place('cmto-survey', { slug: 'prova', instance: 'due' });
    stranger = place('cmto-unheard-of', { slug: 'prova' });
    await load();
  });

  after(async () => {
    document.body.replaceChildren();
    await service.stop();
  });

  it('brings the tags of the page to life, with the service beside its own address', async () => {
    await surveyIn(first).asked('Domanda di prova');
    await surveyIn(twin).asked('Domanda di prova');
  });

  it('asks once for a definition that two tags show', () => {
    expect(asked(service, 'prova')).to.equal(1);
    expect(service.received.every(({ credentials }) => credentials === 'omit')).to.equal(true);
  });

  it('leaves tags that it does not know alone', () => {
    expect(customElements.get('cmto-unheard-of')).to.equal(undefined);
    expect(stranger.shadowRoot === null).to.equal(true);
    expect(stranger.textContent).to.equal('Rispondi al questionario');
    expect(stranger.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('fetches nothing for tags that are not on the page', () => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => name.includes('provider-element'))).to.deep.equal([]);
    expect(customElements.get('cmto-provider')).to.equal(undefined);
  });

  it('brings tags to life that are added later, deep in the page too', async () => {
    const article = document.createElement('article');
    const late = place('cmto-survey', { slug: 'altro' }, article);
    document.body.append(article);
    await surveyIn(late).asked('Domanda di altro');
    expect(asked(service, 'altro')).to.equal(1);
  });

  it('brings a kind of tag to life that comes up later', async () => {
    const provider = place('cmto-provider', { api: base });
    const inside = place('cmto-survey', { slug: 'terzo' }, provider);
    await surveyIn(inside).asked('Domanda di terzo');
    await until(() => customElements.get('cmto-provider'), 'the provider');
  });

  it('does no harm when it is loaded twice', async () => {
    const before_ = service.received.length;
    await load('?again');
    const late = place('cmto-survey', { slug: 'altro', instance: 'tre' });
    await surveyIn(late).asked('Domanda di altro');
    expect(service.received.slice(before_).filter(({ path }) => path === '/surveys/prova')).to.deep.equal([]);
  });

  it('leaves one name on the page', () => {
    const names = Object.getOwnPropertySymbols(globalThis).map(String);
    expect(names.filter((name) => name.includes('cmto'))).to.deep.equal(['Symbol(cmto.widgets)']);
  });
});
