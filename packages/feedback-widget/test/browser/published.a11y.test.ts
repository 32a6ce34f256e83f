import { addLocale } from '@cmto/core/i18n/add-locale';
import { axeViolations } from '@cmto/testing/axe';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aDocument, ideas, type PublishedStage, usePublishedStage } from './support/published-stage.ts';

const target = { documentVersion: 1, section: '2.1', quote: 'Una rete di piste continue.' };
const answer = { outcome: 'not-accepted', text: 'Non è di competenza.', at: '2026-11-21T10:00:00Z' } as const;

/** One of each kind of harm that a text can carry. */
const payloads = [
  '<script>globalThis.harmed = true</script>',
  '<img src=x onerror="globalThis.harmed = true">',
  '"><svg onload=globalThis.harmed=true>',
  "'-globalThis.harmed-'",
  'javascript:globalThis.harmed=true',
  '{{constructor.constructor("globalThis.harmed=true")()}}',
  '${globalThis.harmed=true}',
  '<!--<b>--!><style>*{display:none}</style>',
  '&lt;script&gt;globalThis.harmed=true&lt;/script&gt;',
  '\u202Eesrevir\u202C \u0000 \uFEFF',
];
const payload = payloads.join(' ');

/** A section with an observation and a proposal, opened; all of it in one language. */
const opened = async (stage: PublishedStage, lang: string): Promise<SurveyPage> => {
  const consultation = aDocument();
  stage.service.consultations.publish(consultation);
  await stage.publish(consultation, { testo: 'Sono poche.' }, { target, answer, agreements: 3 });
  const proposal = { tipo: 'proposal', testo: 'Più chiaro.', proposta: 'Una rete di piste sicure, ovunque.' };
  await stage.publish(consultation, proposal, { target });
  const page = await stage.place(consultation, { lang });
  await until(() => page.root.querySelector('summary'), 'the counts');
  page.root.querySelector('summary')!.click();
  await until(() => page.root.querySelectorAll('article').length === 2, 'the observations');
  return page;
};

describe('published contributions, for everybody', () => {
  const stage = usePublishedStage();

  for (const lang of ['it', 'en', 'fr']) {
    it(`are without a fault for axe in ${lang}, and every word is that language's`, async () => {
      const page = await opened(stage, lang);
      page.root.querySelector<HTMLElement>('.agree button')!.click();
      await until(() => page.root.querySelector('.button.plain'), 'what the device keeps');
      expect(await axeViolations(page.element)).to.deep.equal([]);
      expect(page.text).not.to.include('published.');
      const consultation = ideas();
      stage.service.consultations.publish(consultation);
      await stage.publish(consultation, { testo: 'Una.', comune: '001125', asse: 'asse-2' }, { answer });
      const list = await stage.place(consultation, { lang });
      await list.says('Asse 2: cura');
      expect(await axeViolations(list.element)).to.deep.equal([]);
      expect(list.text).not.to.include('published.');
    });
  }

  it('read a change as what is taken out and what is put in', async () => {
    const page = await opened(stage, 'it');
    const change = page.root.querySelector('.diff')!.textContent.replace(/\s+/g, ' ').trim();
    expect(change).to.equal(
      'Una rete di piste tolto: continue fine della modifica aggiunto: sicure, ovunque fine della modifica .',
    );
    const names = [...page.root.querySelectorAll('article')].map((article) =>
      page.root.getElementById(article.getAttribute('aria-labelledby')!)!.textContent.trim(),
    );
    expect(names.toSorted()).to.deep.equal(['Osservazione: Sono poche.', 'Proposta di nuovo testo: Più chiaro.']);
  });

  it('hold at 320 px, from right to left too, whatever was written', async () => {
    addLocale('ar', { 'published.agree': 'أوافق' });
    for (const lang of ['it', 'ar']) {
      const consultation = ideas();
      stage.service.consultations.publish(consultation);
      const text = 'Parola'.repeat(60);
      await stage.publish(
        consultation,
        { testo: text, ente: text.slice(0, 200), chi: 'association', comune: '001125', asse: 'asse-1' },
        { answer: { ...answer, text } },
      );
      const page = await stage.place(consultation, { lang });
      page.element.style.width = '320px';
      await page.says('Asse 1');
      if (lang === 'ar') expect(getComputedStyle(page.root.querySelector('[part=base]')!).direction).to.equal('rtl');
      const room = page.element.getBoundingClientRect();
      const out = [...page.root.querySelectorAll<HTMLElement>('[part=base] *')]
        .filter((each) => each.checkVisibility() && !each.closest('.sr'))
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return right > room.right + 1 || left < room.left - 1;
        })
        .map((each) => `${each.localName}.${each.className}`);
      expect(out, lang).to.deep.equal([]);
      stage.leave();
    }
  });

  it('are text, whatever was written: nothing of it is markup, script, style or the address of a link', async () => {
    const consultation = aDocument();
    stage.service.consultations.publish(consultation);
    const plain = payload.replace('\u0000', '');
    await stage.publish(
      consultation,
      { tipo: 'proposal', testo: plain, proposta: `${plain} sì`, chi: 'association', ente: plain.slice(0, 400) },
      { target: { ...target, quote: plain }, answer: { ...answer, text: plain } },
    );
    const page = await stage.place(consultation);
    page.press('Leggi 1 osservazione');
    await page.says('La risposta dell’ufficio');
    const all = page.root.querySelector('[part=base]')!;
    expect(all.querySelectorAll('script, style, img, svg, b, iframe')).to.have.length(0);
    expect([...all.querySelectorAll('a')].every(({ protocol }) => protocol === 'https:')).to.equal(true);
    expect(all.querySelectorAll('.written')[0]!.textContent).to.include('<script>globalThis.harmed = true</script>');
    expect((globalThis as { harmed?: boolean }).harmed).to.equal(undefined);
  });

  it('show topics and places of the form’s authors and of writers as text, too', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    await stage.publish(consultation, { testo: 'Una.', asse: 'asse-1' });
    const path = `https://partecipa.example.it/api/v1/consultations/${consultation.slug}/contributions`;
    const list = (await (await fetch(path)).json()) as { contributions: object[]; topics: object[] };
    const [one] = list.contributions;
    const body = {
      ...list,
      topics: [{ topic: payload, contributions: 1 }],
      contributions: [
        {
          ...one,
          title: payload,
          topic: payload,
          municipality: payload,
          place: { address: payload },
          usedIn: [{ title: payload, url: 'https://www.example.it/' }],
        },
      ],
    };
    stage.service.network.answer(
      () => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }),
      { method: 'GET', path: '/contributions' },
    );
    const page = await stage.place(consultation);
    await page.says('onerror=');
    const all = page.root.querySelector('[part=base]')!;
    expect(all.querySelectorAll('script, style, img, svg, b, iframe')).to.have.length(0);
    expect((globalThis as { harmed?: boolean }).harmed).to.equal(undefined);
  });
});
