import '@cmto/survey-widget/define';
import type { Entry } from '@cmto/core/storage/entry';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import { expect } from 'chai';
import { keep, keptWhen } from './support/device.ts';
import { aPoll } from './support/questionnaire.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

const submission = { formVersion: 1, language: 'it', answers: { tema: 'acque' } };

/** An answer to another survey, that waits to be sent; its id comes before all others. */
const waiting = (count: number): Entry => ({
  id: `00000000-0000-4000-8000-00000000000${count}`,
  lookup: `${base}|survey|altra|`,
  api: base,
  path: '/surveys/altra/responses',
  state: 'queued',
  formVersion: 1,
  language: 'it',
  answers: submission.answers,
  submission,
  attempts: 0,
  attachments: [],
  uploaded: [],
  formPage: 'prima',
  setAside: [],
  savedAt: Date.parse('2026-11-20T09:30:00Z'),
});

describe('<cmto-survey> behind other answers on their way', () => {
  const stage = useStage();

  it('says that others leave first, not that nobody answers, and then that its own has arrived', async () => {
    stage.publish(aPoll(), aPoll({ slug: 'altra' }));
    const device = async () => ({ ...(await browserPlatform.device()), exclusively: alone });
    const page = await stage.open({}, surroundWith(base, { setTimer: noRetries, device }).parent);
    await page.says('Puoi continuare anche senza rete.');
    for (const count of [1, 2, 3]) await keep(waiting(count));
    const letGo = stage.service.network.hold({ path: '/surveys/altra/responses' });
    page.question('Da dove cominciare?').choose('Mobilità');
    page.press('Invia');
    await page.says('Altri invii sono in corso da qui: questo parte subito dopo.');
    await page.says('Meglio tenere aperta questa pagina.');
    expect(page.text).to.not.contain('non rispondono').and.not.contain('Invio in corso');
    letGo();
    await page.reach('Grazie');
    await keptWhen((entries) => entries.every(({ state }) => state === 'delivered'), 'all to have arrived');
    expect(await stage.stored()).to.have.length(4);
  });
});
