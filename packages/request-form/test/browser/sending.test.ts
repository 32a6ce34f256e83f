import '@cmto/request-form/define';
import { aRequestStatus } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

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
});
