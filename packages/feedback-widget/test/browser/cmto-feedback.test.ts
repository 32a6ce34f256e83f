import { axeViolations } from '@cmto/testing/axe';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useFeedbackStage, writing } from './support/feedback-stage.ts';

describe('<cmto-feedback>', () => {
  const stage = useFeedbackStage();

  it('shows the document, when it closes, what counts as in time, and a button for each section', async () => {
    const consultation = stage.publish({ closesAt: '2099-01-31T23:00:00Z', graceMinutes: 1440 });
    const page = await stage.open(consultation);
    await page.says('Una rete di piste continue.');
    await page.says('Termine: 31 gennaio 2099 (fine giornata, ora di Roma)');
    expect(page.text).to.include('accettato fino a 24 ore dopo');
    expect(page.headings).to.include.members(['Bozza di piano', '1 Premessa', '2 Mobilità', '2.1 Biciclette']);
    const buttons = [...page.root.querySelectorAll('[data-comment]')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(buttons).to.deep.equal(
      ['1 Premessa', '2 Mobilità', '2.1 Biciclette'].map((title) => `Scrivi su questa parte: ${title}`),
    );
    expect(page.questions).to.deep.equal([]);
    expect(stage.heard).to.deep.equal(['ready']);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('sends an observation on a section with its target, and goes back to the document', async () => {
    const consultation = stage.publish({ register: true });
    const page = await stage.open(consultation);
    page.press('Scrivi su questa parte: 2.1 Biciclette');
    await writing(page, '2.1 Biciclette');
    await until(() => page.focused?.matches('[data-about]'), 'the focus to be there');
    (await page.asked('Osservazione')).type('Servono piste anche nelle valli.');
    page.question('Nome e cognome').type('Ada Rossi');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Invia');
    await page.says('Grazie: il contributo è arrivato.');
    await page.says('Numero di registro');
    expect(stage.posts).to.have.length(1);
    expect(stage.posted).to.deep.include({ target: { documentVersion: 1, section: '2.1' } });
    expect(stage.posted!['answers']).to.deep.equal({ testo: 'Servono piste anche nelle valli.', nome: 'Ada Rossi' });
    expect(stage.heard).to.deep.equal(['ready', 'ready', 'submit-request', 'submitted']);
    expect(JSON.stringify(stage.details)).not.to.include('valli');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    page.press('Torna al documento');
    await until(() => page.focused?.getAttribute('data-comment') === '2.1', 'the focus on the section’s button');
  });

  it('finds words in the text without heeding accents, and leads to the paragraph', async () => {
    const page = await stage.open(stage.publish());
    const box = page.root.querySelector<HTMLInputElement>('[type=search]')!;
    box.value = 'MOBILITA';
    page.press('Cerca');
    await page.says('1 punto trovato');
    box.value = 'piste';
    page.press('Cerca');
    await until(() => page.root.querySelector('mark')?.textContent === 'piste', 'the place');
    page.root.querySelector<HTMLElement>('.found a')!.click();
    await until(() => page.focused?.getAttribute('data-paragraph') === 'p-3', 'the paragraph');
  });

  it('says that it is closed and by when, and shows the document without its buttons', async () => {
    const page = stage.place({ slug: stage.publish({ closesAt: '2020-01-31T23:00:00Z' }).slug });
    await page.says('La consultazione è chiusa.');
    await page.says('31 gennaio 2020');
    await page.says('Una rete di piste continue.');
    expect(page.root.querySelectorAll('[data-comment], .whole')).to.have.length(0);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('says when it opens, that there is none of this name, and that its name is missing', async () => {
    await stage.place({ slug: stage.publish({ opensAt: '2099-01-31T23:00:00Z' }).slug }).says('non è ancora aperta');
    await stage.place({ slug: 'mai-vista' }).says('Questa consultazione non c’è.');
    await stage.place({}).says('Qui manca il nome della consultazione.');
  });

  it('asks for ideas and needs without a document', async () => {
    for (const kind of ['ideas', 'needs'] as const) {
      const { document: _, ...rest } = stage.publish();
      const contribution = { text: 'testo', topic: 'tipo' };
      const consultation = { ...rest, slug: `${rest.slug}-${kind}`, kind, contribution };
      stage.service.consultations.publish(consultation);
      const page = await stage.open(consultation);
      (await page.asked('Osservazione')).type('Un’idea.');
      page.press('Invia');
      await page.says('Grazie: il contributo è arrivato.');
      expect(stage.posted).not.to.have.property('target');
      stage.leave();
    }
  });

  it('shows markup in every text as text', async () => {
    const payload = '<img src=x onerror="alert(1)"><script>alert(1)</script>{{testo}}';
    const document = {
      title: payload,
      version: 1,
      sections: [
        { id: 'x', title: payload, level: 1, paragraphs: [{ id: 'p', kind: 'text' as const, text: payload }] },
      ],
    };
    const page = await stage.open(stage.publish({ title: payload, intro: payload, document }));
    await until(() => page.root.querySelector('[data-paragraph]'), 'the text');
    expect(page.root.querySelector('[data-paragraph]')!.textContent).to.equal(payload);
    page.root.querySelector<HTMLElement>('[data-comment]')!.click();
    (await page.asked('Osservazione')).type(payload);
    const choice = page.root.querySelector<HTMLSelectElement>('#paragraph')!;
    choice.value = 'p';
    choice.dispatchEvent(new Event('change'));
    await until(() => page.root.querySelector('.quoted blockquote')?.textContent === payload, 'the quote');
    expect(page.root.querySelectorAll('img, script')).to.have.length(0);
  });

  it('speaks English and French', async () => {
    for (const [language, words] of [
      ['en', 'Write about the whole document'],
      ['fr', 'Écrire sur tout le document'],
    ] as const) {
      const page = await stage.open(stage.publish({ languages: ['it', 'en', 'fr'] }), { lang: language });
      await page.says(words);
      expect(await axeViolations(page.element)).to.deep.equal([]);
      stage.leave();
    }
  });
});
