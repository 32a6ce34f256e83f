import '@cmto/survey-widget/define';
import type { Answers, Field, Survey } from '@cmto/contract';
import type { Entry } from '@cmto/core/storage/entry';
import { aField, aKey, aPage, aSurvey, words } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keep, kept, keptWhen } from './support/device.ts';
import { base, useStage } from './support/stage.ts';

const aDraft = (answers: Answers, parts: Partial<Entry> = {}): Entry => ({
  id: aKey(),
  lookup: `${base}|survey|prova|`,
  api: base,
  path: '/surveys/prova/responses',
  state: 'draft',
  formVersion: 1,
  language: 'it',
  answers,
  attachments: [],
  uploaded: [],
  formPage: 'prima',
  setAside: [],
  savedAt: Date.parse('2026-11-20T09:30:00Z'),
  ...parts,
});

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `Opzione ${value.toUpperCase()}` }));
const choices = (id_: string, count: number): Field =>
  aField('choices', { id: id_, label: `Quali ${id_}?`, options: options.slice(0, count) });

describe('<cmto-survey> whose form changed under a draft', () => {
  const stage = useStage();

  const changeTo = (first: readonly Field[], second: readonly Field[], parts: Partial<Survey> = {}): void => {
    stage.publish(aSurvey({ fields: first }), aSurvey({ fields: second, version: 2, ...parts }));
  };

  it('carries answers over by the id of their question, and says that it did', async () => {
    changeTo([aField('text')], [aField('number'), aField('text', { label: 'La domanda, detta meglio' })]);
    const draft = aDraft({ text: 'la mia risposta' });
    await keep(draft);
    const page = await stage.open();
    await page.says('Il questionario è stato aggiornato dopo l’inizio della bozza.');
    expect(page.question('La domanda, detta meglio').control.value).to.equal('la mia risposta');
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posts[0]!.body).to.deep.include({ formVersion: 2, answers: { text: 'la mia risposta' } });
    expect(stage.posts[0]!.key).to.equal(draft.id);
    expect(stage.details.at(-1)).to.deep.equal({ slug: 'prova', version: 2 });
  });

  it('shows in words what no longer has a question, and does not send it', async () => {
    changeTo([aField('text'), choices('temi', 3), aField('date', { label: 'Da quando?' })], [aField('text')]);
    await keep(aDraft({ text: 'resta', temi: ['a', 'c'], date: '2026-11-20' }));
    const page = await stage.open();
    await page.says('Queste risposte non hanno più una domanda corrispondente.');
    const aside = [...page.root.querySelectorAll('[part=notice] dt')].map((term) => [
      term.textContent.trim(),
      term.nextElementSibling!.textContent.trim(),
    ]);
    expect(aside).to.deep.equal([
      ['Quali temi?', 'Opzione A e Opzione C'],
      ['Da quando?', '20 novembre 2026'],
    ]);
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posted).to.deep.equal({ text: 'resta' });
  });

  it('sets an answer aside that its question no longer offers', async () => {
    changeTo([choices('temi', 3)], [choices('temi', 2)]);
    await keep(aDraft({ temi: ['a', 'c'] }));
    const page = await stage.open();
    await page.says(/Quali temi\? ?Opzione A e Opzione C/);
    expect(page.root.querySelectorAll('form :checked')).to.have.length(0);
  });

  it('carries over an option that an earlier answer offers', async () => {
    const role = aField('choice', { id: 'ruolo', label: 'Ruolo?', options });
    const offered = aField('choice', {
      id: 'quale',
      label: 'Quale?',
      options: [options[0]!, { ...options[1]!, visibleIf: { field: 'ruolo', op: 'equals', value: 'c' } }],
    });
    changeTo([role, offered], [role, offered, aField('text')]);
    await keep(aDraft({ ruolo: 'c', quale: 'b' }));
    const page = await stage.open();
    await page.says('Il questionario è stato aggiornato');
    expect(page.text).to.not.contain('Queste risposte non hanno più una domanda');
    const question = await page.asked('Quale?');
    expect(question.element.querySelector<HTMLInputElement>(':checked')?.value).to.equal('b');
  });

  it('keeps an answer that the new form only wants otherwise, for the person to correct', async () => {
    changeTo([aField('text')], [aField('text', { maxLength: 5 })]);
    await keep(aDraft({ text: 'troppo lunga' }));
    const page = await stage.open();
    expect(page.question('Domanda text').control.value).to.equal('troppo lunga');
    page.press('Invia');
    await page.says('C’è 1 risposta da sistemare');
    expect(stage.posts).to.deep.equal([]);
  });

  it('keeps what was set aside over further visits, until the answer has gone', async () => {
    changeTo([aField('text'), aField('email')], [aField('text')]);
    await keep(aDraft({ text: 'resta', email: 'nome@example.org' }));
    const page = await stage.open();
    await page.says('nome@example.org');
    await until(() => stage.isPrepared(page), 'the draft to be open');
    page.question('Domanda text').type('resta anche questa');
    await keptWhen(
      (entries) => entries.length === 1 && entries[0]!.formVersion === 2,
      'the draft of the new form, instead of the old',
    );
    await stage.leave(page);
    const again = await stage.open();
    await again.says('nome@example.org');
    expect(again.question('Domanda text').control.value).to.equal('resta anche questa');
    again.press('Invia');
    await again.reach('Grazie');
    expect(again.text).to.not.contain('nome@example.org');
  });

  it('goes on at the first page when the page where the person was is gone', async () => {
    stage.publish(
      aSurvey({ pages: [aPage('prima', [aField('text')]), aPage('seconda', [aField('email')])] }),
      aSurvey({ version: 2, pages: [aPage('prima', [aField('text')]), aPage('altra', [aField('email')])] }),
    );
    await keep(aDraft({ text: 'ciao' }, { formPage: 'seconda' }));
    const page = await stage.open();
    await page.reach('Pagina prima');
  });

  it('names what is set aside by its id when the old form cannot be had', async () => {
    stage.publish(aSurvey({ version: 2 }));
    await keep(aDraft({ text: 'resta', sparita: 'che cosa?' }));
    const page = await stage.open();
    await page.says(/sparita ?"che cosa\?"/);
  });

  for (const [when, isEarly] of [
    ['while sending', false],
    ['a moment after the page has asked for the survey', true],
  ] as const) {
    it(`goes on with a draft after its version was withdrawn ${when}`, async () => {
      stage.publish(aSurvey({ fields: [aField('text')] }));
      if (isEarly) stage.askEarly();
      const page = await stage.open();
      page.question('Domanda text').type('ciao');
      await keptWhen((entries) => entries.length === 1, 'the draft');
      stage.publish(aSurvey({ version: 2, fields: [aField('text'), aField('email')] }));
      stage.service.surveys.withdraw('prova', 1);
      page.press('Invia');
      await page.reach('La risposta non è stata accettata.');
      await page.says('Questa versione del questionario è stata ritirata.');
      page.press('Correggi e invia di nuovo');
      await page.asked('Domanda email');
      expect(page.question('Domanda text').control.value).to.equal('ciao');
      page.press('Invia');
      await page.reach('Grazie');
      expect(stage.posts.at(-1)!.body).to.deep.include({ formVersion: 2 });
    });
  }

  it('shows in words what has no question any more in a version that the page has shown, also when that is withdrawn', async () => {
    stage.publish(aSurvey({ fields: [aField('text'), choices('temi', 3)] }));
    const page = await stage.open();
    page.question('Domanda text').type('ciao');
    page.question('Quali temi?').choose('Opzione B');
    await keptWhen((entries) => entries[0]?.answers['temi'] !== undefined, 'the draft');
    stage.publish(aSurvey({ version: 2, fields: [aField('text')] }));
    stage.service.surveys.withdraw('prova', 1);
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    page.press('Correggi e invia di nuovo');
    await page.says(/Quali temi\? ?Opzione B/);
  });

  it('accepts an answer to the version that the page has, after a new one was published', async () => {
    stage.publish(aSurvey({ fields: [aField('text')] }));
    const page = await stage.open();
    page.question('Domanda text').type('ciao');
    stage.publish(aSurvey({ version: 2, fields: [aField('text', { required: true, label: words('Nuova', 'New') })] }));
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posts[0]!.body).to.deep.include({ formVersion: 1 });
    expect((await kept())[0]!.state).to.equal('delivered');
  });
});
