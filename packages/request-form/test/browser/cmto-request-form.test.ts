import '@cmto/request-form/define';
import type { Service } from '@cmto/contract';
import type { Entry } from '@cmto/core/storage/entry';
import { axeViolations } from '@cmto/testing/axe';
import { aFile, aService, words } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const field = { required: true } as const;

/** A service with an applicant who may be a municipality, a document to attach, and no identity. */
/** One service per test: a draft that is still being written when its page goes is nobody else's. */
let tests = 0;
const slug = (): string => `assistenza-${tests}`;

const assistance = (parts: Partial<Service> = {}): Service => ({
  ...aService(),
  slug: slug(),
  title: words('Assistenza tecnica', 'Technical assistance', 'Assistance technique'),
  languages: ['it', 'en', 'fr'],
  identity: 'none',
  attribution: 'confidential',
  applicant: { kind: 'chi', name: ['nome'] },
  subject: 'Assistenza per {{nome}}',
  procedure: {
    title: words('Assistenza ai comuni', 'Assistance', 'Assistance'),
    days: 45,
    silence: 'none',
    unit: words('Unità Pianificazione', 'Planning unit', 'Unité de planification'),
    contacts: { email: 'ufficio@example.it' },
    costs: words('Nessuno', 'None', 'Aucun'),
    documents: [{ label: words('Planimetria', 'Map', 'Plan'), field: 'planimetria', required: true }],
    steps: [words('Esaminiamo la richiesta', 'We examine it', 'Nous l’examinons')],
  },
  form: {
    pages: [
      {
        id: 'informativa',
        title: words('Informativa', 'Privacy notice', 'Information'),
        fields: [
          {
            id: 'privacy',
            type: 'consent',
            label: words('Ho letto l’informativa', 'I have read it', 'J’ai lu'),
            ...field,
          },
        ],
      },
      {
        id: 'richiedente',
        title: words('Chi chiede', 'Who asks', 'Qui demande'),
        fields: [
          {
            id: 'chi',
            type: 'choice',
            label: words('Chi presenta la richiesta?', 'Who applies?', 'Qui demande ?'),
            ...field,
            options: [
              { value: 'person', label: words('Una persona', 'A person', 'Une personne') },
              { value: 'municipality', label: words('Un comune', 'A municipality', 'Une commune') },
            ],
          },
          { id: 'nome', type: 'text', label: words('Nome', 'Name', 'Nom'), ...field },
        ],
      },
      {
        id: 'allegati',
        title: words('Allegati', 'Attachments', 'Pièces jointes'),
        fields: [{ id: 'planimetria', type: 'file', label: words('Planimetria', 'Map', 'Plan'), ...field }],
      },
    ],
  },
  ...parts,
});

describe('<cmto-request-form>', () => {
  const stage = useStage();
  let heard: string[] = [];
  const hear = (event: Event): void => {
    heard.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail)}`);
  };
  const names = ['ready', 'step-changed', 'submit-request', 'queued', 'submitted'].map(
    (name) => `cmto-request-${name}`,
  );
  before(() => names.forEach((name) => addEventListener(name, hear)));
  after(() => names.forEach((name) => removeEventListener(name, hear)));
  beforeEach(() => {
    heard = [];
    tests += 1;
  });

  const keptHere = async (isRight: (entry: Entry) => boolean, what: string): Promise<Entry> => {
    const isIt = (entry: Entry): boolean => entry.path.includes(slug()) && isRight(entry);
    return (await stage.kept((entries) => entries.some(isIt), what)).find(isIt)!;
  };

  const open = async (service = assistance(), attributes: Record<string, string> = {}): Promise<SurveyPage> => {
    stage.service.services.publish(service);
    const page = stage.place('cmto-request-form', { slug: service.slug, ...attributes });
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    return page;
  };

  const fill = async (page: SurveyPage): Promise<void> => {
    page.question('Ho letto').choose('Ho letto');
    page.press('Avanti');
    (await page.asked('Chi presenta')).choose('Un comune');
    page.question('Nome').type('Ada Bianchi');
    page.press('Avanti');
    (await page.asked('Planimetria')).attach(aFile('planimetria.pdf'));
    await page.says('planimetria.pdf');
  };

  it('shows who answers, by when, what it is worth and what is needed, with the whole privacy notice', async () => {
    const page = await open();
    for (const sentence of [
      'Ufficio responsabile Unità Pianificazione',
      '45 giorni dalla registrazione della richiesta',
      'Scrivi all’ufficio responsabile e chiedi a che punto è la richiesta.',
      'Costi Nessuno',
      'Non è un’istanza formale',
      'Planimetria (da allegare)',
    ])
      await page.says(sentence);
    expect(page.root.querySelector<HTMLDetailsElement>('.privacy')!.open, 'the notice can be read at once').to.equal(
      true,
    );
    expect(heard).to.deep.equal([`cmto-request-ready {"slug":"${slug()}","version":1}`]);
  });

  it('folds the procedure on the steps after, and marks what has been attached', async () => {
    const page = await open();
    await fill(page);
    const box = page.root.querySelector<HTMLDetailsElement>('details.procedure')!;
    expect(box.open).to.equal(false);
    expect(box.querySelector('summary')!.textContent).to.contain('Unità Pianificazione: risposta entro 45 giorni');
    box.open = true;
    await page.says('Planimetria (allegato)');
  });

  it('is sent after the summary, once, and shows the number, that it is provisional, and the way to follow it', async () => {
    const page = await open(assistance(), { 'status-page': 'segui.html' });
    await fill(page);
    page.press('Avanti');
    await page.reach('Controlla la richiesta');
    page.press('Invia');
    await page.reach('La richiesta è arrivata.');
    await page.says(/Numero CMTO-RI-\d{4}\/\d{7}/);
    await page.says('il numero è provvisorio e non sostituisce il protocollo ufficiale');
    await page.says('Esaminiamo la richiesta');
    const posts = stage.service.received.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path }) => path)).to.deep.equal([`/services/${slug()}/requests`]);
    const kept = await keptHere((entry) => entry.state === 'delivered', 'the receipt');
    const follow = [...page.root.querySelectorAll('a')].find(
      ({ textContent }) => textContent?.trim() === 'Segui la richiesta',
    )!;
    const address = new URL(follow.href);
    expect([address.pathname.endsWith('/segui.html'), address.search, address.hash]).to.deep.equal([
      true,
      '',
      `#${kept.receipt!.receiptCode}`,
    ]);
    expect(heard.map((each) => each.split(' ')[0])).to.deep.equal([
      'cmto-request-ready',
      'cmto-request-step-changed',
      'cmto-request-step-changed',
      'cmto-request-step-changed',
      'cmto-request-submit-request',
      'cmto-request-submitted',
    ]);
    expect(heard.join(' ')).not.to.include('Ada');
    expect(heard.join(' ')).not.to.include(kept.receipt!.receiptCode);
  });

  it('keeps draft and files while the page is away, and the request while there is no network', async () => {
    const page = await open();
    await fill(page);
    await keptHere((entry) => entry.attachments.length === 1, 'the draft with its file');
    stage.leave();
    const again = await open();
    await again.says('planimetria.pdf');
    stage.service.network.offline();
    again.press('Avanti');
    await again.reach('Controlla la richiesta');
    again.press('Invia');
    await again.reach('La richiesta è salvata su questo dispositivo, ma non è ancora partita.');
    stage.service.network.restore();
    again.press('Prova a inviare adesso');
    await again.reach('La richiesta è arrivata.');
    expect(await stage.service.store.all()).to.have.length.greaterThan(0);
  });

  it('says that a code has to come back where the address has to be shown to be the applicant’s', async () => {
    const service = assistance({ identity: 'email', applicant: { name: ['nome'], email: 'email' } });
    const [first, second] = service.form.pages;
    const email = { id: 'email', type: 'email', label: words('E-mail', 'E-mail', 'Courriel'), required: true } as const;
    const page = await open({
      ...service,
      form: { pages: [first!, { ...second!, fields: [...second!.fields, email] }] },
      procedure: { ...service.procedure, documents: [] },
    });
    await page.says('Dopo l’invio ti arriva per e-mail un codice');
    page.question('Ho letto').choose('Ho letto');
    page.press('Avanti');
    (await page.asked('Chi presenta')).choose('Una persona');
    page.question('Nome').type('Ada Bianchi');
    page.question('E-mail').type('ada@example.it');
    page.press('Avanti');
    await page.reach('Controlla la richiesta');
    page.press('Invia');
    await page.reach('La richiesta è arrivata.');
    await page.says('Manca un passo');
    expect(page.text).not.to.include('CMTO-RI');
  });

  it('says that there is no such service', async () => {
    const page = stage.place('cmto-request-form', { slug: 'nessuno' });
    await page.says('Questo servizio non c’è.');
  });

  for (const [lang, next, send] of [
    ['it', 'Avanti', 'Invia'],
    ['en', 'Next', 'Send'],
    ['fr', 'Suivant', 'Envoyer'],
  ] as const) {
    it(`is without a fault for axe on every step, in ${lang}`, async () => {
      const page = await open(assistance(), { lang });
      const clean = async (what: string): Promise<void> => {
        expect(await axeViolations(page.element), what).to.deep.equal([]);
      };
      await clean('first step');
      page.press(next);
      await until(() => page.root.querySelector('[role=alert]'), 'the summary');
      await clean('error');
      page.root.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
      page.press(next);
      await until(() => page.questions.length === 2, 'the second step');
      page.root.querySelectorAll('details').forEach((details) => (details.open = true));
      await clean('second step');
      page.root.querySelector<HTMLInputElement>('[type=radio]')!.click();
      page.question(page.questions[1]!).type('Ada');
      page.press(next);
      await until(() => page.root.querySelector('[type=file]'), 'the third step');
      page.question(page.questions[0]!).attach(aFile('planimetria.pdf'));
      await page.says('planimetria.pdf');
      page.press(next);
      await until(() => page.root.querySelector('.review'), 'the review');
      await clean('review');
      page.press(send);
      await until(() => page.element.matches(':state(submitted)'), 'the receipt');
      await clean('receipt');
    });
  }
});
