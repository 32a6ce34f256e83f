import '@cmto/request-form/define';
import { aRequestStatus } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aMinute, type, useStage } from './support/stage.ts';

const asked = {
  messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02',
  text: 'Manca la planimetria catastale.',
  dueAt: '2026-12-10T23:00:00Z',
};

describe('sending to a request', () => {
  const stage = useStage();

  it('sends an addition once, however often its button is pressed while it is on its way', async () => {
    const page = await stage.follow(aRequestStatus({ state: 'waiting', asked }));
    await page.asked('Documenti');
    page.question('Il tuo messaggio').type('Ecco la planimetria.');
    const release = stage.service.network.hold({ method: 'POST' });
    const button = (): HTMLButtonElement =>
      page.root.querySelector<HTMLButtonElement>('[part=asked] button[type=submit]')!;
    button().click();
    button().click();
    await stage.kept((entries) => entries.length > 0, 'the message');
    await page.says('Ecco la planimetria.');
    await until(() => page.root.querySelector('[part=asked] textarea'), 'the next form');
    expect(page.root.querySelector<HTMLTextAreaElement>('[part=asked] textarea')!.value).to.equal('');
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    button().form!.requestSubmit();
    expect(await stage.store.all()).to.have.length(1);
    release();
    await page.says('Ricevuta un’integrazione');
    await until(() => button()?.getAttribute('aria-disabled') !== 'true', 'the button to be free');
    expect(stage.received('POST')).to.have.length(1);
    expect(await stage.store.all()).to.deep.equal([]);
  });

  it('asks for another code at once or not at all, and says in the box that it was too early', async () => {
    const { register: _, ...unconfirmed } = aRequestStatus({
      state: 'unconfirmed',
      timeline: [],
      receivedAt: new Date(Date.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    const page = await stage.follow(unconfirmed);
    await page.reach('Conferma il tuo indirizzo e-mail');
    page.press('Mandami un altro codice');
    await page.says('Hai già chiesto molti codici: potrai chiederne un altro più tardi.');
    await page.says('Puoi chiedere un altro codice tra un minuto.');
    expect(page.text).not.to.include('Non ancora partito');
    expect(await stage.store.all()).to.deep.equal([]);
    stage.elapse(aMinute);
    await page.says('Mandami un altro codice');
    expect(stage.received('POST'), 'nothing goes out by itself').to.have.length(1);
    page.press('Mandami un altro codice');
    await until(() => page.status.includes('Ti abbiamo mandato un altro codice'), 'the news');
    expect(stage.received('POST')).to.have.length(2);
  });

  it('says beside the box that a code is wrong, keeps nothing of it, and takes one written in groups', async () => {
    const { register: _, ...unconfirmed } = aRequestStatus({ state: 'unconfirmed', timeline: [] });
    const page = await stage.follow(unconfirmed);
    await page.reach('Conferma il tuo indirizzo e-mail');
    type(page, '#confirm', '111111');
    page.press('Conferma');
    await page.says('Il codice non è quello che ti abbiamo mandato');
    const box = page.root.querySelector('#confirm')!;
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(page.root.querySelector('#confirm-error')!.textContent).to.include('non è quello');
    expect(page.focused).to.equal(box);
    expect(page.text).not.to.include('Non ancora partito');
    expect(await stage.store.all()).to.deep.equal([]);
    type(page, '#confirm', '246-810');
    page.press('Conferma');
    await page.says('CMTO-RI-2026/0000042');
    expect(page.status).to.equal('Indirizzo confermato: la richiesta è registrata.');
    expect(stage.received('POST').map(({ body }) => (body as { code: string }).code)).to.deep.equal([
      '111111',
      '246810',
    ]);
    await until(() => page.focused?.textContent?.trim() === 'Assistenza tecnica', 'the heading to have the focus');
  });
});
