import { aSurvey } from '@cmto/testing/builders';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { base, place, type Service } from './stage.ts';

describe('the loader, when a widget’s code cannot be had', () => {
  let service: Service;
  const said: string[] = [];
  const complaints: string[] = [];
  const { error } = console;

  before(async () => {
    console.error = (...words: unknown[]) => said.push(String(words[0]));
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => complaints.push(event.type));
    service = await startMockApi({ base, surveys: [aSurvey()] });
    service.loseFiles(/\/survey-widget\/src\/survey-element\.ts/);
  });

  after(async () => {
    console.error = error;
    document.body.replaceChildren();
    await service.stop();
  });

  it('leaves the words inside the tag to be read, and tells the webmaster once', async () => {
    const tag = place('cmto-survey', { slug: 'prova' });
    await import('../../src/loader.ts');
    await until(() => said.length > 0, 'a word in the console');
    expect(said).to.deep.equal(['<cmto-survey> could not be loaded']);
    expect(tag.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(tag.shadowRoot === null).to.equal(true);
    expect(complaints).to.deep.equal([]);
  });
});
