import '@cmto/request-form/define';
import type { ContributionStatus } from '@cmto/contract';
import { axeViolations } from '@cmto/testing/axe';
import { aConsultation, aContribution, aKey } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';
import { base, type, useStage } from './support/stage.ts';

const answer = {
  outcome: 'partly',
  text: 'Accolta <b>per le valli</b>.',
  url: 'https://www.example.it/piano#2.1',
  at: '2026-11-21T10:00:00Z',
} as const;
const refused: Partial<ContributionStatus> = {
  state: 'refused',
  refusal: { reason: 'offese', label: 'Contiene offese', note: 'Senza insulti si pubblica.' },
  mayAppeal: true,
  timeline: [{ at: '2026-11-20T10:00:00Z', event: 'refused' }],
};

describe('<cmto-receipt> of a contribution', () => {
  const stage = useStage();

  /** Opens the receipt of one that stands as the test says. */
  const open = async (parts: Partial<ContributionStatus>, attributes = {}): Promise<SurveyPage> => {
    stage.service.consultations.publish(aConsultation());
    const sent = await fetch(`${base}/consultations/bozza-di-piano/contributions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      body: JSON.stringify(aContribution()),
    });
    const { receiptCode } = (await sent.json()) as { receiptCode: string };
    const status = (await (await fetch(`${base}/receipts/${receiptCode}`)).json()) as ContributionStatus;
    stage.service.contributions.show({ ...status, ...parts });
    const page = stage.place('cmto-receipt', attributes);
    await stage.open(page, receiptCode);
    await page.says(/Nome pubblico|Public name|Nom public/);
    return page;
  };

  it('says where it stands and what comes next, under which public name, with the code', async () => {
    const page = await open({});
    expect(page.text).to.include('Ricevuto L’ufficio lo legge e decide se pubblicarlo');
    expect(page.text).to.include('Sezione del documento 2.1');
    expect(page.headings).to.include('La ricevuta');
    expect(page.text).to.include('Chi ha questo codice può leggere tutto.');
    expect(page.text).not.to.include('Chiedi un nuovo esame');
  });

  it('gives the office’s answer in words, as text, with its reasons and the new text', async () => {
    const page = await open({
      state: 'published',
      agreements: 7,
      answer,
      timeline: [{ at: answer.at, event: 'answered' }],
    });
    for (const words of [
      'Lo leggono tutti, senza il tuo nome',
      'Accolto in parte',
      answer.text,
      'L’ufficio ha risposto',
    ])
      expect(page.text).to.include(words);
    expect(page.root.querySelector('.lines b')).to.equal(null);
    const link = [...page.root.querySelectorAll('a')].find(({ textContent }) => textContent === 'Il nuovo testo');
    expect(link?.href).to.equal(answer.url);
  });

  it('gives the published reason of a refusal, and asks for a review once, with its reasons', async () => {
    const page = await open(refused);
    expect(page.text).to.include('Contiene offese');
    expect(page.text).to.include('Senza insulti si pubblica.');
    page.press('Chiedi un nuovo esame');
    page.press('Chiedi il nuovo esame');
    expect(page.root.querySelector('#appeal-error')!.checkVisibility()).to.equal(true);
    expect(page.focused).to.equal(page.root.querySelector('#appeal'));
    expect(stage.received('POST')).to.have.length(0);
    type(page, '#appeal', 'Non offende nessuno.');
    page.press('Chiedi il nuovo esame');
    await page.says('un’altra persona guarda di nuovo il contributo');
    await page.says('Chiesto un nuovo esame');
    expect(page.text).to.include('Non offende nessuno.');
    expect(page.root.querySelector('#appeal')).to.equal(null);
    expect(stage.received('POST').map(({ body }) => body)).to.deep.equal([
      { kind: 'appeal', language: 'it', text: 'Non offende nessuno.' },
    ]);
  });

  it('keeps a withdrawal without a network, says so, and sends it when it is back', async () => {
    const page = await open({ state: 'published' });
    const reconnect = stage.service.network.offline();
    page.press('Ritira il contributo');
    page.press('Sì, ritira il contributo');
    await page.says('Non ancora partito da questo dispositivo');
    expect(page.text).to.include('Ritiro del contributo');
    reconnect();
    page.press('Prova a inviare adesso');
    await page.says('L’hai ritirato: non è più pubblicato');
    expect(page.root.querySelector('#withdrawal')).to.equal(null);
  });

  it('asks for erasure, and tells that it has been asked for', async () => {
    const page = await open({ state: 'published' });
    page.press('Chiedi la cancellazione dei tuoi dati');
    page.press('Sì, chiedi la cancellazione');
    await page.says('Hai chiesto la cancellazione dei tuoi dati:');
    expect(page.root.querySelector('#erasure')).to.equal(null);
  });

  for (const lang of ['it', 'en', 'fr']) {
    it(`is without a fault for axe in every state, in ${lang}`, async () => {
      for (const parts of [{}, { state: 'published', answer } as const, refused, { state: 'withdrawn' } as const]) {
        const page = await open(parts, { lang });
        page.root.querySelectorAll('details').forEach((details) => (details.open = true));
        expect(await axeViolations(page.element)).to.deep.equal([]);
        expect(page.text).not.to.match(/contribution\.|request\./);
        stage.leave();
      }
    });
  }

  it('holds at 320 px, from right to left too', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const page = await open({ ...refused, refusal: { ...refused.refusal!, note: 'Parola'.repeat(80) } });
      page.element.parentElement!.style.width = '320px';
      page.root.querySelector<HTMLElement>('[part=base]')!.dir = dir;
      page.root.querySelectorAll('details').forEach((details) => (details.open = true));
      const room = page.element.getBoundingClientRect();
      const out = [...page.root.querySelectorAll<HTMLElement>('[part=base] *')]
        .filter((each) => each.checkVisibility() && !each.closest('.sr'))
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return right > room.right + 1 || left < room.left - 1;
        })
        .map((each) => `${each.localName}.${each.className}`);
      expect(out, dir).to.deep.equal([]);
      stage.leave();
    }
  });
});
