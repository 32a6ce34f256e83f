import '@cmto/survey-widget/define';
import type { Answers, Field, Survey } from '@cmto/contract';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import type { Entry } from '@cmto/core/storage/entry';
import { aField, aKey, aPage, aSurvey, words } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keep, kept, keptWhen } from './support/device.ts';
import { surroundWith } from './support/services.ts';
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

describe('<cmto-survey> in two tabs between which its form has changed', () => {
  const stage = useStage();
  const apart = 'Un’altra scheda continua questa bozza con un’altra versione delle domande';
  const name = aField('text', { id: 'nome', label: 'Nome' });
  const old = aField('text', { id: 'vecchia', label: 'Vecchia' });
  const doc = aField('file', { id: 'doc', label: 'Documenti', accept: ['.pdf'] });

  const ready = async (parent?: Element): Promise<SurveyPage> => {
    const page = await stage.open({}, parent);
    await until(() => stage.isPrepared(page), 'the draft to be open');
    return page;
  };
  /** One tab with a draft of the first version, then another with the second. */
  const openAcross = async (files: readonly Field[] = [], parent?: Element): Promise<[SurveyPage, SurveyPage]> => {
    stage.publish(aSurvey({ fields: [name, old, ...files] }));
    const one = await ready(parent);
    one.question('Nome').type('Anna');
    one.question('Vecchia').type('testo');
    await keptWhen((entries) => entries[0]?.answers['vecchia'] === 'testo', 'the draft');
    const added = aField('text', { id: 'nuova', label: 'Nuova' });
    stage.publish(aSurvey({ version: 2, fields: [name, added, ...files] }));
    return [one, await ready()];
  };
  const answersKept = async () =>
    (await kept())
      .filter(({ state }) => state === 'draft')
      .map(({ formVersion, answers, setAside }) => [formVersion, answers, setAside.map(({ answer }) => answer)])
      .sort();

  it('goes on by itself in the older as soon as the newer writes, says so, and sends each as what it is', async () => {
    const [one, other] = await openAcross();
    other.question('Nuova').type('di B');
    await one.says(apart);
    await until(() => one.status.startsWith(apart), 'the announcement');
    await keptWhen((entries) => entries.length === 2, 'two drafts');
    expect(await answersKept()).to.deep.equal([
      [1, { nome: 'Anna', vecchia: 'testo' }, []],
      [2, { nome: 'Anna', nuova: 'di B' }, ['testo']],
    ]);
    one.press('Invia');
    await one.reach('Grazie');
    expect(stage.posts[0]!.body).to.deep.include({ formVersion: 1, answers: { nome: 'Anna', vecchia: 'testo' } });
    other.press('Invia');
    await other.reach('Grazie');
    expect(stage.posts[1]!.body).to.deep.include({ formVersion: 2, answers: { nome: 'Anna', nuova: 'di B' } });
    expect(other.text).to.not.contain(apart);
  });

  it('says at “send” that the newer goes on by itself, and sends at the next press', async () => {
    const device = async () => ({ ...(await browserPlatform.device()), join: undefined });
    const [deaf, other] = await openAcross([], surroundWith(base, { device }).parent);
    other.question('Nuova').type('di B');
    await keptWhen((entries) => entries[0]?.formVersion === 2, 'the newer draft');
    deaf.press('Invia');
    await until(() => deaf.status.startsWith(apart), 'the announcement');
    await until(() => deaf.focused?.matches('[data-heading]'), 'the focus above the questions');
    expect(stage.posts).to.have.length(0);
    deaf.press('Invia');
    await deaf.reach('Grazie');
    expect(stage.posts[0]!.body).to.deep.include({ formVersion: 1, answers: { nome: 'Anna', vecchia: 'testo' } });
  });

  it('keeps, in the older, what is written to a question that the newer has no more', async () => {
    const [one, other] = await openAcross();
    one.question('Vecchia').type('testo molto più lungo');
    await other.says(apart);
    await keptWhen((entries) => entries.length === 2, 'two drafts');
    other.question('Nuova').type('di B');
    await keptWhen((entries) => entries.some(({ answers }) => answers['nuova'] === 'di B'), 'the answer in the newer');
    expect(await answersKept()).to.deep.equal([
      [1, { nome: 'Anna', vecchia: 'testo molto più lungo' }, []],
      [2, { nome: 'Anna', nuova: 'di B' }, ['testo']],
    ]);
  });

  it('says where the files are', async () => {
    const [one, other] = await openAcross([doc]);
    await other.says('Abbiamo ritrovato la bozza');
    const [draft] = await kept();
    await stage.leave(one);
    await stage.leave(other);
    const attachment = { field: 'doc', sha256: 'a'.repeat(64), name: 'uno.pdf', type: 'application/pdf', size: 3 };
    const answers = { ...draft!.answers, doc: [attachment.sha256] };
    await keep({ ...draft!, answers, attachments: [attachment], uploaded: [attachment.sha256] });
    const late = await ready();
    await late.says('uno.pdf');
    await keep({ ...(await kept())[0]!, formVersion: 1, revision: 99 });
    late.question('Nuova').type('di B');
    await late.says('I file sono rimasti con quella');
    expect(late.text).to.not.contain('I file sono partiti');
    expect(late.text).to.not.contain('uno.pdf');
  });

  it('shows the newer form, with its draft, in the older that is still blank', async () => {
    stage.publish(aSurvey({ fields: [name, old] }));
    const blank = await ready();
    stage.publish(aSurvey({ version: 2, fields: [name, aField('text', { id: 'nuova', label: 'Nuova' })] }));
    const other = await ready();
    other.question('Nuova').type('solo qui');
    const question = await blank.asked('Nuova');
    await until(() => question.control.value === 'solo qui', 'the answer in the first');
    expect(blank.questions).to.not.contain('Vecchia');
    blank.question('Nome').type('Dora');
    await keptWhen((entries) => entries[0]?.answers['nome'] === 'Dora', 'the name');
    expect(await answersKept()).to.deep.equal([[2, { nome: 'Dora', nuova: 'solo qui' }, []]]);
  });
});
