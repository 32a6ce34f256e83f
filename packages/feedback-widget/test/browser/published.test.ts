import { axeViolations } from '@cmto/testing/axe';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aDocument, ideas, usePublishedStage } from './support/published-stage.ts';

const answer = {
  outcome: 'partly',
  text: 'Accolta per le valli.',
  url: 'https://www.example.it/piano#2.1',
  at: '2026-11-21T10:00:00Z',
} as const;

describe('published contributions', () => {
  const stage = usePublishedStage();

  it('show who wrote by kind alone, what, where, and the office’s answer with its reasons and the new text', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    await stage.publish(
      consultation,
      { testo: 'Servono piste.', chi: 'association', ente: 'Bici & Valli', comune: '001125', asse: 'asse-1' },
      { answer },
    );
    const page = await stage.place(consultation);
    await page.says('Servono piste.');
    for (const words of [
      'Da un’associazione, Bici & Valli',
      'Asse 1: transizione',
      'Accolto in parte',
      'Accolta per le valli.',
      'Risposta del 21 novembre 2026',
    ])
      expect(page.text).to.include(words);
    await page.says('Comune Ivrea');
    await page.says('Zona omogenea Eporediese');
    expect(page.text).not.to.include('Ada Rossi');
    const links = [...page.root.querySelectorAll('a')].map(({ href, textContent }) => [textContent, href]);
    expect(links).to.deep.include(['Il nuovo testo', 'https://www.example.it/piano#2.1']);
    expect(links.at(-1)).to.deep.equal([
      'Scarica tutti i contributi (CSV)',
      `https://partecipa.example.it/api/v1/consultations/${consultation.slug}/contributions?format=csv`,
    ]);
  });

  it('are counted by topic and zone in tables, and chosen by both', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    await stage.publish(consultation, { testo: 'Da Ivrea.', comune: '001125', asse: 'asse-1' });
    await stage.publish(consultation, { testo: 'Da Susa.', comune: '001270', asse: 'asse-1' });
    await stage.publish(consultation, { testo: 'Da nessun luogo.', asse: 'asse-2' });
    const page = await stage.place(consultation);
    await page.says('Zona omogenea Contributi Valli Susa e Sangone 1 Eporediese 1');
    expect(page.text).to.include('Quanti per tema Asse del piano Contributi Asse 1: transizione 2 Asse 2: cura 1');
    const choose = (name: string, value: string): void => {
      page.root.querySelector<HTMLSelectElement>(`select[name=${name}]`)!.value = value;
    };
    choose('topic', 'asse-1');
    choose('zone', '9');
    page.press('Mostra');
    await until(() => page.status === '1 contributo.', 'how many there are');
    expect(page.text).to.include('Da Ivrea.');
    expect(page.text).not.to.include('Da Susa.');
    expect(page.root.querySelector<HTMLSelectElement>('select[name=zone]')!.value).to.equal('9');
    const { path } = stage.received('GET').at(-1)!;
    expect(path).to.equal(`/consultations/${consultation.slug}/contributions?topic=asse-1&zone=9&limit=20`);
    choose('topic', 'asse-2');
    page.press('Mostra');
    await page.says('Nessun contributo pubblicato corrisponde a questa scelta.');
  });

  it('come twenty at a time, and what is asked for besides has the focus', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    for (let n = 0; n < 23; n += 1) await stage.publish(consultation, { testo: `Idea numero ${n}.` });
    const page = await stage.place(consultation);
    await page.says('23 contributi pubblicati');
    const articles = (): Element[] => [...page.root.querySelectorAll('article')];
    expect(articles()).to.have.length(20);
    page.press('Mostra altri');
    page.press('Mostra altri');
    await until(() => articles().length === 23, 'the rest');
    await until(
      () => page.focused !== null && articles()[20]!.contains(page.focused),
      'the focus on the first of them',
    );
    expect(page.status).to.equal('Mostrati altri 3 contributi.');
    expect(page.text).not.to.include('Mostra altri');
    expect(stage.received('GET').filter(({ path }) => path.includes('cursor'))).to.have.length(1);
  });

  it('are read section by section of a document, asked for when they are opened, with what became of them', async () => {
    const consultation = aDocument();
    stage.service.consultations.publish(consultation);
    const target = { documentVersion: 1, section: '2.1', quote: 'Una rete di piste continue.' };
    await stage.publish(consultation, { testo: 'Sono poche.' }, { target, answer });
    await stage.publish(
      consultation,
      { tipo: 'proposal', testo: 'Più chiaro.', proposta: 'Una rete di piste sicure e continue.' },
      { target },
    );
    const page = await stage.place(consultation);
    await page.says('Avete detto, abbiamo fatto');
    expect(page.text).to.include('Avete detto 2 contributi Abbiamo fatto 1 accolto in parte 1 ancora senza risposta');
    expect(page.text).to.include('Su questa sezione non c’è ancora niente di pubblicato.');
    expect(page.text).not.to.include('Sono poche.');
    const before = stage.received('GET').length;
    page.press('Leggi 2 osservazioni');
    await page.says('Sono poche.');
    await page.says('Accolta per le valli.');
    expect(stage.received('GET')).to.have.length(before + 1);
    expect(stage.received('GET').at(-1)!.path).to.include('?section=2.1&limit=20');
    const change = page.root.querySelector('.diff')!;
    expect(change.querySelector('ins')!.textContent).to.match(/aggiunto:\s+sicure e/);
    expect(change.querySelector('del')).to.equal(null);
    expect(page.text).to.include('Barrato: verrebbe tolto. Sottolineato: verrebbe aggiunto.');
    page.press('Leggi 2 osservazioni');
    page.press('Leggi 2 osservazioni');
    expect(stage.received('GET')).to.have.length(before + 1);
  });

  it('say that there are none yet, and that they cannot be had, and come with the network', async () => {
    const empty = ideas();
    stage.service.consultations.publish(empty);
    const none = await stage.place(empty);
    expect(none.text).to.include('Non c’è ancora niente di pubblicato.');
    expect(await axeViolations(none.element)).to.deep.equal([]);
    stage.leave();
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    await stage.publish(consultation, { testo: 'Eccola.' });
    const reconnect = stage.service.network.offline();
    const page = await stage.place(consultation);
    expect(page.text).to.include('In questo momento i contributi pubblicati non si possono leggere.');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    reconnect();
    dispatchEvent(new Event('online'));
    await page.says('Eccola.');
    stage.leave();
    stage.service.network.captivePortal({ times: 1 });
    const portal = await stage.place(consultation);
    portal.press('Riprova');
    await portal.says('Eccola.');
  });

  it('keep what is shown when the next page does not come, which can be asked for again', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    for (let n = 0; n < 21; n += 1) await stage.publish(consultation, { testo: `Idea numero ${n}.` });
    const page = await stage.place(consultation);
    stage.service.network.offline({ times: 1 });
    page.press('Mostra altri');
    await page.says('Gli altri contributi non sono arrivati.');
    expect(page.root.querySelectorAll('article')).to.have.length(20);
    page.press('Riprova');
    await until(() => page.root.querySelectorAll('article').length === 21, 'the rest');
  });

  it('take an answer that is no list, or links to anything but the web, for none', async () => {
    const consultation = ideas();
    stage.service.consultations.publish(consultation);
    await stage.publish(consultation, { testo: 'Una.' }, { answer });
    const path = `/consultations/${consultation.slug}/contributions`;
    const real = await (await fetch(`https://partecipa.example.it/api/v1${path}`)).text();
    for (const wrong of [real.replace('https://www.example.it/piano', 'javascript:alert(1)//'), '{}', '[]', 'null']) {
      stage.service.network.answer(() => new Response(wrong, { headers: { 'Content-Type': 'application/json' } }), {
        times: 1,
      });
      const page = await stage.place(consultation);
      expect(page.text, wrong).to.include('non si possono leggere');
      stage.leave();
    }
  });
});
