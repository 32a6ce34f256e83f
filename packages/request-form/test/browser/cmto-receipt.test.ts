import '@cmto/request-form/define';
import { axeViolations } from '@cmto/testing/axe';
import { aReceiptCode, aRequestStatus } from '@cmto/testing/builders';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

describe('<cmto-receipt>', () => {
  const stage = useStage();

  it('shows the receipt of a request, its number, and where it can be had on paper', async () => {
    stage.service.requests.show(aRequestStatus());
    const page = stage.place('cmto-receipt');
    await stage.open(page, `https://partecipa.example.it/r/${aReceiptCode}?lang=it`);
    await page.says('CMTO-RI-2026/0000042');
    await page.says('il numero è provvisorio');
    const links = [...page.root.querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal([
      `https://partecipa.example.it/r/${aReceiptCode}/pdf?lang=it`,
      `https://partecipa.example.it/r/${aReceiptCode}?lang=it`,
    ]);
    expect(page.root.querySelector('code')!.textContent!.replaceAll(/\s/g, '')).to.equal(aReceiptCode);
  });

  it('offers what was sent from this device without a code, but on a shared one', async () => {
    const { url, receiptCode, id, receivedAt, contentHash } = aRequestStatus();
    stage.service.requests.show(aRequestStatus());
    await stage.store.update(id, () => ({
      id,
      lookup: 'x',
      api: 'https://partecipa.example.it/api/v1',
      path: '/services/assistenza-tecnica/requests',
      state: 'delivered',
      formVersion: 1,
      language: 'it',
      answers: {},
      attachments: [],
      uploaded: [],
      formPage: undefined,
      setAside: [],
      savedAt: 0,
      title: 'Assistenza tecnica',
      receipt: { id, receiptCode, receivedAt, contentHash, url },
    }));
    const page = stage.place('cmto-receipt');
    await page.says('Inviate da questo dispositivo');
    page.press('Apri: Assistenza tecnica, 20 novembre 2026');
    await page.says('CMTO-RI-2026/0000042');
    const shared = stage.place('cmto-receipt', { 'shared-device': '' });
    await shared.says('Codice della ricevuta');
    expect(shared.text).not.to.include('Inviate da questo dispositivo');
  });

  const states = {
    waiting: aRequestStatus({
      state: 'waiting',
      asked: { messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02', text: 'Manca la planimetria.' },
    }),
    unconfirmed: aRequestStatus({ state: 'unconfirmed' }),
    closed: aRequestStatus({ state: 'closed', outcome: { kind: 'partly', reasons: 'In parte.' } }),
    withdrawn: aRequestStatus({ state: 'withdrawn' }),
  };
  for (const lang of ['it', 'en', 'fr']) {
    it(`is without a fault for axe, as are all states of a request, in ${lang}`, async () => {
      for (const tag of ['cmto-receipt', 'cmto-request-status'] as const) {
        const page = stage.place(tag, { lang });
        await page.reach(
          {
            it: tag === 'cmto-receipt' ? 'La tua' : 'Segui',
            en: tag === 'cmto-receipt' ? 'Your' : 'Follow',
            fr: tag === 'cmto-receipt' ? 'Votre' : 'Suivez',
          }[lang]!,
        );
        page.root.querySelector<HTMLElement>('[type=submit]')!.click();
        await page.says({ it: 'Scrivi il codice', en: 'Type the code', fr: 'Saisissez le code' }[lang]!);
        expect(await axeViolations(page.element), `${tag} asking`).to.deep.equal([]);
      }
      for (const [state, request] of Object.entries(states)) {
        const page = await stage.follow(request, { lang });
        page.root.querySelectorAll('details').forEach((details) => (details.open = true));
        expect(await axeViolations(page.element), state).to.deep.equal([]);
        stage.leave();
      }
    });
  }

  it('holds at 320 px, from right to left too', async () => {
    for (const dir of ['ltr', 'rtl']) {
      stage.service.requests.show(states.waiting);
      const page = stage.place('cmto-request-status');
      page.element.parentElement!.style.width = '320px';
      await stage.open(page, aReceiptCode, '42');
      page.root.querySelector<HTMLElement>('[part=base]')!.dir = dir;
      page.root.querySelectorAll('details').forEach((details) => (details.open = true));
      await page.asked('Documenti');
      const room = page.element.getBoundingClientRect();
      const out = [...page.root.querySelectorAll<HTMLElement>('[part=base] *')]
        .filter((each) => each.checkVisibility() && !each.closest('.sr') && !each.matches('.file-input'))
        .filter(
          (each) =>
            each.getBoundingClientRect().right > room.right + 1 || each.getBoundingClientRect().left < room.left - 1,
        )
        .map((each) => `${each.localName}.${each.className}`);
      expect(out, dir).to.deep.equal([]);
      stage.leave();
    }
  });
});
