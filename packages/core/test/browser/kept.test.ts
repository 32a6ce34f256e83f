import '@cmto/core/define-kept';
import { DraftKeeper } from '@cmto/core/drafts/draft-keeper';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { noteLost } from '@cmto/core/platform/sentinel-counts';
import { createDeviceStore } from '@cmto/core/storage/device-store';
import type { Entry } from '@cmto/core/storage/entry';
import { axeViolations } from '@cmto/testing/axe';
import { aField, aSurvey } from '@cmto/testing/builders';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';

const base = 'https://partecipa.example.it/api/v1';
const day = 24 * 60 * 60 * 1000;

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const anEntry = (n: number, change: Partial<Entry> = {}): Entry => ({
  id: id(n),
  lookup: `${base}|survey|prova|${n}`,
  api: base,
  path: '/surveys/prova/responses',
  state: 'draft',
  formVersion: 1,
  language: 'it',
  answers: { text: 'Più treni' },
  attachments: [],
  uploaded: [],
  formPage: undefined,
  setAside: [],
  savedAt: Date.now() - 60_000,
  title: `Sondaggio ${n}`,
  page: 'https://www.example.it/piano',
  ...change,
});

const queued = {
  state: 'queued',
  submission: { formVersion: 1, language: 'it', answers: { text: 'Più treni' } },
} as const;
const delivered = {
  state: 'delivered',
  answers: {},
  receipt: {
    id: id(9),
    receiptCode: '0123456789ABCDEFGHJKMNPQRS',
    receivedAt: '2026-11-20T09:30:00Z',
    contentHash: 'a'.repeat(64),
    url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
  },
} as const;

describe('<cmto-kept>', () => {
  let service: Awaited<ReturnType<typeof startMockApi>>;
  const store = createDeviceStore();

  before(async () => {
    service = await startMockApi({ base, surveys: [aSurvey({ fields: [aField('text', { label: 'La tua idea' })] })] });
  });
  after(() => service.stop());
  afterEach(async () => {
    document.body.replaceChildren();
    for (const entry of await store.all()) await store.delete(entry.id);
    localStorage.clear();
    service.network.restore();
  });

  const keep = async (...entries: Entry[]): Promise<void> => {
    for (const entry of entries) await store.update(entry.id, () => entry);
  };
  const show = (lang = 'it'): SurveyPage => {
    const element = document.createElement('cmto-kept');
    element.lang = lang;
    document.body.append(element);
    return new SurveyPage(element);
  };
  const open = async (lang?: string): Promise<SurveyPage> => {
    const panel = show(lang);
    await until(() => panel.element.shadowRoot?.querySelector('details.kept'), 'the panel');
    panel.root.querySelector<HTMLElement>('summary')!.click();
    return panel;
  };

  /** Whether what the panel says of its last act is there for the eye, too. */
  const isInSight = (panel: SurveyPage): boolean => {
    const { width, height, bottom } = panel.root.querySelector('[role=status]')!.getBoundingClientRect();
    return width > 50 && height > 10 && bottom <= innerHeight;
  };

  it('shows nothing, and takes no room, where nothing is kept', async () => {
    const panel = show();
    await keep(anEntry(1));
    panel.element.remove();
    await store.delete(id(1));
    const empty = show();
    await until(() => empty.element.shadowRoot, 'the element');
    await store.all();
    expect(empty.text).to.equal('');
    expect(empty.element.offsetHeight).to.equal(0);
  });

  it('says of each thing what it is and where it is, what needs the person first', async () => {
    await keep(
      anEntry(1),
      anEntry(2, queued),
      anEntry(3, delivered),
      anEntry(4, { ...queued, state: 'attention', problem: { code: 'survey.closed' } }),
    );
    const panel = await open();
    const words = panel.text;
    expect(words).to.contain('Che cosa è conservato su questo dispositivo (4)');
    expect(words).to.match(
      /Sondaggio 4 Non accettata.+Il questionario è chiuso.+Sondaggio 2 Pronta dal .+, non ancora partita\..+Sondaggio 1 Bozza non inviata.+Sondaggio 3 Inviata: ricevuta il 20 novembre 2026/,
    );
    const receipt = panel.root.querySelector<HTMLAnchorElement>('a[href]')!;
    expect(receipt.href).to.equal('https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS?lang=it');
  });

  it('leads back to pages of this very site only', async () => {
    const { origin } = location;
    const pages = [
      `${origin}/?p=12`,
      `${origin}.example.org/`,
      'https://www.example.it/piano',
      'javascript:alert(1)',
      `${origin}@example.org/`,
      undefined,
    ];
    await keep(...pages.map((page, n) => anEntry(n + 1, { page })));
    const panel = await open();
    const names = [...panel.root.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'));
    expect(names.filter((name) => name?.startsWith('Apri:'))).to.deep.equal(['Apri: Sondaggio 1']);
  });

  it('sends what waits when asked, and says how it went', async () => {
    await keep(anEntry(2, queued));
    service.network.offline();
    const panel = await open();
    panel.press('Prova a inviare adesso: Sondaggio 2');
    await until(() => panel.status.startsWith('Ancora nessuna risposta'), 'the failure to be told');
    expect(isInSight(panel), 'in sight').to.equal(true);
    service.network.restore();
    panel.press('Prova a inviare adesso: Sondaggio 2');
    await panel.says('Inviata: ricevuta il');
    await until(() => panel.status.startsWith('Non aspetta più'), 'the outcome');
    expect((await service.store.all()).some(({ receipt }) => receipt.id === id(2))).to.equal(true);
  });

  it('says that another tab is sending, and no longer once that is over', async () => {
    await keep(anEntry(2, queued));
    const panel = await open();
    let leave = (): void => undefined;
    const sending = new Promise<void>((resolve) => (leave = resolve));
    const otherTab = navigator.locks.request(`cmto-send-${id(2)}`, () => sending);
    try {
      panel.press('Prova a inviare adesso: Sondaggio 2');
      await until(() => panel.status.startsWith('Un’altra scheda la sta già inviando'), 'the other tab to be told');
      await keep(anEntry(2, { ...queued, ...delivered }));
    } finally {
      leave();
      await otherTab;
    }
    const other = new BroadcastChannel('cmto-entries');
    other.postMessage('x');
    await panel.says('Inviata: ricevuta il');
    other.close();
    expect(panel.status).to.match(/^Non aspetta più/);
  });

  it('tells that the last thing kept is deleted', async () => {
    await keep(anEntry(1));
    const panel = await open();
    panel.press('Cancella: Sondaggio 1');
    panel.press('Sì, cancella: Sondaggio 1');
    await until(() => panel.text === 'Cancellata da questo dispositivo.', 'the outcome');
    expect(isInSight(panel), 'in sight').to.equal(true);
  });

  it('deletes only after asking once more, and brings the person back to the list', async () => {
    await keep(anEntry(1), anEntry(2, queued));
    const panel = await open();
    panel.press('Cancella: Sondaggio 2');
    await panel.says('se la cancelli da qui, non verrà più inviata');
    panel.press('No, conserva');
    expect(await store.all()).to.have.length(2);
    panel.press('Cancella: Sondaggio 2');
    panel.press('Sì, cancella: Sondaggio 2');
    await panel.says('dispositivo (1)');
    await until(() => panel.focused?.localName === 'summary', 'the focus in the list');
    expect(panel.status).to.equal('Cancellata da questo dispositivo.');
    expect(isInSight(panel), 'in sight').to.equal(true);
    expect((await store.all()).map((entry) => entry.id)).to.deep.equal([id(1)]);
  });

  it('does not delete what is being sent at this moment, and says so', async () => {
    await keep(anEntry(2, queued));
    const panel = await open();
    const release = service.network.hold({ method: 'POST' });
    const before = service.received.length;
    panel.press('Prova a inviare adesso: Sondaggio 2');
    await until(() => service.received.slice(before).some(({ method }) => method === 'POST'), 'the answer to leave');
    panel.press('Cancella: Sondaggio 2');
    panel.press('Sì, cancella: Sondaggio 2');
    await until(() => panel.status.startsWith('Non cancellata: forse sta partendo'), 'the reason');
    release();
    await panel.says('Inviata: ricevuta il');
  });

  it('goes on with the refused answer that was chosen, whatever was begun since', async () => {
    const lookup = `${base}|survey|prova|`;
    const refused = { ...queued, state: 'attention', problem: { code: 'submission.invalid' } } as const;
    await keep(anEntry(1, { ...refused, lookup, savedAt: 1 }), anEntry(2, { lookup, savedAt: Date.now() - 1000 }));
    const panel = document.createElement('cmto-kept');
    document.body.append(panel);
    await until(() => panel.shadowRoot?.querySelector('details.kept'), 'the panel');
    panel.keep((await store.all()).find((entry) => entry.id === id(1))!);
    let saved = 0;
    while (saved <= 1) saved = (await store.all()).find((entry) => entry.id === id(1))!.savedAt;
    const keeper = new DraftKeeper(store, browserPlatform, () => undefined);
    expect((await keeper.find(lookup))!.id).to.equal(id(1));
  });

  it('gives a copy of the person’s own words, with the questions where they can be had', async () => {
    const saved: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return createObjectURL(blob);
    };
    const names: string[] = [];
    const noteName = (event: Event): void => {
      if (event.target instanceof HTMLAnchorElement) names.push(event.target.download);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      noteName({ target: this } as unknown as Event);
    };
    try {
      await keep(anEntry(1, { conflicts: [{ field: 'text', answer: 'Meno auto' }] }));
      const panel = await open();
      panel.press('Salva una copia: Sondaggio 1');
      await until(() => saved.length === 1, 'the copy');
      service.network.offline();
      panel.press('Salva una copia: Sondaggio 1');
      await until(() => saved.length === 2, 'the copy without network');
    } finally {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = createObjectURL;
    }
    const [known, unknown] = await Promise.all(saved.map((blob) => blob.text()));
    expect(known!.replaceAll(/\s+/g, ' ').trim()).to.equal(
      'Sondaggio 1 La tua idea Più treni La tua idea (dall’altra scheda) Meno auto',
    );
    expect(unknown!.replaceAll(/\s+/g, ' ').trim()).to.equal(
      'Sondaggio 1 text Più treni text (dall’altra scheda) Meno auto',
    );
    expect(names).to.deep.equal(['Sondaggio-1.txt', 'Sondaggio-1.txt']);
  });

  it('asks after thirty days whether a draft is still wanted, and deletes none by itself', async () => {
    await keep(anEntry(1, { savedAt: Date.now() - 31 * day }), anEntry(2, { savedAt: Date.now() - 29 * day }));
    const panel = await open();
    expect(panel.text.match(/più di 30 giorni/g)).to.have.length(1);
    panel.press('Sì, conservala: Sondaggio 1');
    await until(() => !panel.text.includes('più di 30 giorni'), 'the question to be answered');
    expect(await store.all()).to.have.length(2);
  });

  it('tells that the browser has deleted what waited, until the person has read it', async () => {
    noteLost(2);
    const panel = show();
    await panel.says('2 risposte che aspettavano di partire non sono più qui');
    panel.press('Ho capito');
    await until(() => panel.text === '', 'the notice to be gone');
    panel.element.remove();
    const again = show();
    await until(() => again.element.shadowRoot, 'the element');
    await store.all();
    expect(again.text).to.equal('');
  });

  it('follows what happens in other tabs', async () => {
    await keep(anEntry(1));
    const panel = await open();
    const other = new BroadcastChannel('cmto-entries');
    await keep(anEntry(2, queued));
    other.postMessage('x');
    await panel.says('dispositivo (2)');
    other.close();
  });

  for (const [lang, words] of [
    ['it', 'Bozza non inviata'],
    ['en', 'Draft, not sent'],
    ['fr', 'Brouillon non envoyé'],
  ] as const) {
    it(`is without a fault for axe, and speaks ${lang}`, async () => {
      await keep(
        anEntry(1, { savedAt: Date.now() - 31 * day }),
        anEntry(2, queued),
        anEntry(3, delivered),
        anEntry(4, { ...queued, state: 'attention', problem: { code: 'submission.invalid' } }),
      );
      noteLost(1);
      const panel = await open(lang);
      await panel.says(words);
      panel.root.querySelectorAll('details').forEach((details) => (details.open = true));
      expect(await axeViolations(panel.element)).to.deep.equal([]);
    });
  }
});
