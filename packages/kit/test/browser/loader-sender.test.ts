import { queuedEntries } from '@cmto/core/platform/sentinel-counts';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { aField, aSurvey } from '@cmto/testing/builders';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { base, type Service } from './stage.ts';

const id = '4c7a6c2e-5a1f-4f0e-9f3b-2d1c0b9a8f7e';

const waiting: Entry = {
  id,
  lookup: `${base}|survey|prova|`,
  api: base,
  path: '/surveys/prova/responses',
  state: 'queued',
  formVersion: 1,
  language: 'it',
  answers: { text: 'Più treni' },
  attachments: [],
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: 0,
  submission: { formVersion: 1, language: 'it', answers: { text: 'Più treni' } },
};

const fetched = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('send-waiting') || name.includes('survey-widget'));

// One page, as it goes on living: each test takes it as the one before has left it.
describe('the loader, where an answer waits', () => {
  let service: Service;

  before(async () => {
    service = await startMockApi({ base, surveys: [aSurvey({ fields: [aField('text')] })] });
  });
  after(() => service.stop());

  it('fetches nothing while nothing waits', async () => {
    await import('/packages/kit/src/loader.ts?nothing' as string);
    expect(fetched()).to.deep.equal([]);
  });

  it('sends what waits on this device from another page, once', async () => {
    await createDeviceStore().update(id, () => waiting);
    expect(queuedEntries()).to.equal(1);
    await import('/packages/kit/src/loader.ts?waiting' as string);
    await until(() => queuedEntries() === 0, 'the answer to be delivered');
    const stored = await service.store.all();
    expect(stored.map(({ receipt, submission }) => [receipt.id, submission.answers])).to.deep.equal([
      [id, { text: 'Più treni' }],
    ]);
    const [kept] = await createDeviceStore().all();
    expect([kept!.state, kept!.receipt!.id]).to.deep.equal(['delivered', id]);
    expect(fetched().filter((name) => name.includes('survey-widget'))).to.deep.equal([]);
  });

  it('sends it from a page whose only survey keeps nothing on the device', async () => {
    const other = id.replace('4c7a', '5c7a');
    await createDeviceStore().update(other, () => ({ ...waiting, id: other }));
    const survey = document.createElement('cmto-survey');
    for (const [name, value] of Object.entries({ slug: 'prova', api: base, 'shared-device': '' }))
      survey.setAttribute(name, value);
    document.body.append(survey);
    await import('/packages/kit/src/loader.ts?shared' as string);
    await until(() => queuedEntries() === 0, 'the answer to be delivered');
    expect((await service.store.all()).some(({ receipt }) => receipt.id === other)).to.equal(true);
    document.body.replaceChildren();
  });
});
