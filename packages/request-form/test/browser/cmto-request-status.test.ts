import '@cmto/request-form/define';
import { aFile, aReceiptCode, aRequestStatus, words } from '@cmto/testing/builders';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { base, type, useStage } from './support/stage.ts';

const asked = {
  messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02',
  text: 'Manca la planimetria catastale.',
  dueAt: '2026-12-10T23:00:00Z',
};
const waiting = aRequestStatus({ state: 'waiting', asked });

describe('<cmto-request-status>', () => {
  const stage = useStage();

  it('asks for the code, and says beside the box what is wrong with one', async () => {
    const page = stage.place('cmto-request-status');
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    const box = page.root.querySelector<HTMLInputElement>('#code')!;
    page.press('Mostra');
    await page.says('Scrivi il codice della ricevuta.');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(page.focused).to.equal(box);
    type(page, '#number', 'CMTO-RI-2026/0000042');
    type(page, '#code', 'CMTO-RI-2026/0000042');
    page.press('Mostra');
    await page.says('Questo non è un codice intero');
    type(page, '#code', 'Z'.repeat(26));
    page.press('Mostra');
    await page.says('Nessuna richiesta ha questo numero e questo codice.');
    expect(stage.service.received.map(({ path }) => path)).to.deep.equal([`/receipts/${'Z'.repeat(26)}`]);
    expect(location.href).not.to.include('Z'.repeat(26));
  });

  it('opens by number and code, never says which of the two was wrong, and shows nothing until both are right', async () => {
    stage.service.requests.show(aRequestStatus());
    const page = stage.place('cmto-request-status');
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    const refusals: string[] = [];
    for (const [number, code] of [
      ['2026/0000043', aReceiptCode],
      ['', aReceiptCode],
      ['il numero', aReceiptCode],
      ['2026/0000042', 'Z'.repeat(26)],
    ] as const) {
      type(page, '#number', number);
      type(page, '#code', code);
      page.press('Mostra');
      await until(() => stage.received('GET').length > refusals.length, 'the service to be asked');
      await until(() => page.element.matches(':state(asking)'), 'the answer');
      await page.says('Nessuna richiesta ha questo numero e questo codice.');
      expect(page.text).not.to.include('Assistenza tecnica');
      const boxes = [...page.root.querySelectorAll('input')];
      expect(boxes.map((box) => box.getAttribute('aria-invalid'))).to.deep.equal(['true', 'true']);
      refusals.push(page.text);
      await until(() => page.focused?.id === 'number', 'the focus on the first of the two');
    }
    expect(new Set(refusals).size, 'one and the same answer').to.equal(1);
    type(page, '#number', 'CMTO-RI-2026/0000042');
    type(page, '#code', aReceiptCode.toLowerCase());
    page.press('Mostra');
    await page.reach('Assistenza tecnica');
    expect(location.href).not.to.include('0000042');
  });

  it('opens by the address of the receipt alone, and by the code alone what has no number yet', async () => {
    stage.service.requests.show(aRequestStatus());
    const page = stage.place('cmto-request-status');
    await stage.open(page, `https://partecipa.example.it/r/${aReceiptCode}`);
    await page.reach('Assistenza tecnica');
    const { register: _, ...unconfirmed } = aRequestStatus({ state: 'unconfirmed', timeline: [] });
    stage.service.requests.show(unconfirmed);
    const other = stage.place('cmto-request-status');
    await stage.open(other, aReceiptCode);
    await other.reach('Conferma il tuo indirizzo e-mail');
  });

  it('says what is asked once, with the files that belong to it, and so the outcome', async () => {
    const plan = { sha256: 'c'.repeat(64), name: 'modello.pdf', type: 'application/pdf', size: 2_621_440 };
    const message = { id: asked.messageId, at: '2026-11-21T09:00:00Z', from: 'office' } as const;
    const page = await stage.follow(
      aRequestStatus({
        state: 'waiting',
        asked,
        messages: [{ ...message, kind: 'asked', text: asked.text, attachments: [plan] }],
        timeline: [{ at: message.at, event: 'asked', note: asked.text }],
      }),
    );
    await page.says('modello.pdf (2,5 MB)');
    expect(page.text.split(asked.text)).to.have.length(2);
    stage.leave();
    const reasons = 'Manca la delibera.';
    const closed = await stage.follow(
      aRequestStatus({
        state: 'closed',
        outcome: { kind: 'refused', reasons },
        messages: [{ ...message, kind: 'closed', text: reasons, attachments: [plan] }],
        timeline: [{ at: message.at, event: 'closed', note: reasons }],
      }),
    );
    await closed.says('modello.pdf (2,5 MB)');
    expect(closed.text.split(reasons)).to.have.length(2);
  });

  it('shows where the request is, what comes next, by when, and what has happened', async () => {
    const page = await stage.follow(aRequestStatus());
    expect(page.headings).to.deep.equal([
      'Segui la tua richiesta',
      'Assistenza tecnica',
      'Che cosa è successo',
      'Allegati inviati',
      'Il procedimento',
      'I passi',
    ]);
    expect(page.focused?.textContent?.trim()).to.equal('Assistenza tecnica');
    for (const sentence of [
      'Registrata Ora l’ufficio la prende in carico.',
      'Termine per la risposta 20 dicembre 2026',
      'CMTO-RI-2026/0000042 Registro interno delle ricevute: il numero è provvisorio',
      'Non è un’istanza formale',
      'Ricevuta 20 novembre 2026 alle ore 10:30 (ora di Roma)',
      'Ufficio responsabile Unità Pianificazione',
      'Scrivi all’ufficio responsabile',
    ])
      await page.says(sentence);
    const [file] = page.root.querySelectorAll<HTMLAnchorElement>('.sent-files a');
    expect(file!.href).to.equal(`https://partecipa.example.it/r/${aReceiptCode}/files/${'b'.repeat(64)}?lang=it`);
  });

  it('says that the clock stands still only where it does', async () => {
    const page = await stage.follow(waiting);
    await page.says('L’ufficio aspetta quello che ti ha chiesto.');
    expect(page.root.textContent).not.to.include('sospeso');
  });

  it('names in words who was told of a passed deadline, and nobody where nobody was', async () => {
    const at = '2026-12-21T00:00:00Z';
    const page = await stage.follow(
      aRequestStatus({
        timeline: [
          { at, event: 'escalated' },
          { at, event: 'escalated', note: 'steering' },
        ],
      }),
    );
    const told = [...page.root.querySelectorAll('.timeline p')].map(({ textContent }) => textContent);
    expect(told).to.deep.equal(['Segnalato alla cabina di regia']);
    await page.says('Termine scaduto, ancora senza esito');
  });

  it('marks an annulled number wherever it stands, and no other', async () => {
    const at = '2026-11-25T09:00:00Z';
    const registration = (number: string, status: 'annulled' | 'provisional') =>
      ({ code: 'CMTO-RI', year: 2026, number, status }) as const;
    const doubled = registration('0000150', 'annulled');
    const page = await stage.follow(
      aRequestStatus({
        timeline: [
          { at, event: 'registered', register: registration('0000123', 'provisional') },
          { at, event: 'added', register: doubled },
        ],
        messages: [
          {
            id: asked.messageId,
            at,
            from: 'applicant',
            kind: 'addition',
            text: 'Ecco.',
            attachments: [],
            register: doubled,
          },
        ],
      }),
    );
    const numbers = (within: string): (string | null)[] =>
      [...page.root.querySelectorAll(within)].map(({ textContent }) => textContent);
    expect(numbers('.timeline p')).to.deep.equal([
      'CMTO-RI-2026/0000123',
      'CMTO-RI-2026/0000150 · La registrazione è stata annullata.',
    ]);
    expect(numbers('[part=messages] .help')).to.deep.equal([
      'CMTO-RI-2026/0000150 · La registrazione è stata annullata.',
    ]);
  });

  it('opens the code that stands after # in the page’s address, and another one when that changes', async () => {
    stage.service.requests.show(aRequestStatus());
    const other = 'Z'.repeat(26);
    stage.service.requests.show(aRequestStatus({ receiptCode: other, title: words('Altro servizio', 'Other') }));
    location.hash = aReceiptCode.toLowerCase();
    const page = stage.place('cmto-request-status');
    await page.reach('Assistenza tecnica');
    location.hash = other;
    await page.reach('Altro servizio');
  });

  it('tells what the office asks, and sends the text and the files that are added, once', async () => {
    const page = await stage.follow(waiting);
    await page.reach('L’ufficio ti chiede un’integrazione');
    await page.says('Rispondi entro il 10 dicembre 2026.');
    await page.asked('Documenti');
    page.press('Invia');
    await page.says('Scrivi un messaggio o allega un file.');
    page.question('Il tuo messaggio').type('Ecco la planimetria.');
    page.question('Documenti').attach(aFile('catasto.pdf'));
    await page.says('Pronto: parte quando premi Invia');
    page.press('Invia');
    await page.says('Ricevuta un’integrazione');
    const [post, ...more] = stage.received('POST');
    expect(more).to.have.length(0);
    const { attachments, ...body } = post!.body as { attachments: { name: string }[] };
    expect(body).to.deep.equal({ kind: 'addition', language: 'it', text: 'Ecco la planimetria.' });
    expect(attachments.map(({ name }) => name)).to.deep.equal(['catasto.pdf']);
    expect(post!.credentials).to.equal('omit');
    await page.says('Presa in carico L’ufficio la sta esaminando.');
    expect(await stage.store.all(), 'nothing of it stays here').to.deep.equal([]);
    expect(page.status).to.equal('Arrivato: l’ufficio ha ricevuto la tua integrazione.');
  });

  it('keeps what is added without a network, also when the page is closed, and sends it under the same key', async () => {
    const page = await stage.follow(waiting);
    await page.asked('Documenti');
    stage.service.network.offline();
    page.question('Il tuo messaggio').type('Ecco la planimetria.');
    page.question('Documenti').attach(aFile('catasto.pdf'));
    await page.says('Pronto: parte quando premi Invia');
    page.press('Invia');
    // Said once the attempt is over: what is still under way would be another sender.
    await until(() => page.status === 'Non ancora partito da questo dispositivo', 'the attempt to be over');
    const [kept] = await stage.kept((entries) => entries.length === 1, 'the message');
    expect(kept!.title).to.equal('Integrazione: Assistenza tecnica');

    stage.leave();
    stage.service.network.restore();
    stage.service.received.length = 0;
    const again = await stage.follow(waiting);
    await again.says('Ricevuta un’integrazione');
    expect(stage.received('POST').map(({ key }) => key)).to.deep.equal([kept!.id]);
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
  });

  it('tells why an addition is refused, and keeps what was written until the person deletes it', async () => {
    const page = await stage.follow(aRequestStatus());
    await until(() => page.root.querySelector('textarea'), 'the form');
    page.press('Aggiungi qualcosa');
    await page.asked('Il tuo messaggio');
    stage.service.requests.show(
      aRequestStatus({ state: 'closed', outcome: { kind: 'accepted', reasons: 'Va bene.' } }),
    );
    page.question('Il tuo messaggio').type('Un’altra cosa.');
    page.press('Invia');
    await page.says('La richiesta non è più in uno stato che lo permette');
    // Not the copy that was still waiting a moment ago: what has become something else since is not deleted by its button.
    await page.says('Il servizio non l’ha accettato. Quello che avevi scritto: Un’altra cosa.');
    await page.reach('Esito');
    page.press('Non inviarlo');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    await until(() => !page.text.includes('Un’altra cosa.'), 'the text to be gone');
  });

  it('withdraws only after asking', async () => {
    const page = await stage.follow(aRequestStatus());
    page.press('Ritira la richiesta');
    expect(stage.received('POST')).to.have.length(0);
    page.press('No, torna indietro');
    page.press('Ritira la richiesta');
    page.press('Sì, ritira la richiesta');
    await page.says('L’hai ritirata: l’ufficio non la esamina più.');
    expect(stage.received('POST').map(({ body }) => body)).to.deep.equal([{ kind: 'withdrawal', language: 'it' }]);
    expect(page.text).not.to.include('Sì, ritira la richiesta');
    expect(page.text).not.to.include('Termine per la risposta');
  });

  it('asks for erasure only after asking', async () => {
    const page = await stage.follow(aRequestStatus());
    page.press('Chiedi la cancellazione');
    page.press('Sì, chiedi la cancellazione');
    await until(() => page.status.includes('ha ricevuto la tua richiesta di cancellazione'), 'the news');
    expect(stage.received('POST').map(({ body }) => body)).to.deep.equal([{ kind: 'erasure', language: 'it' }]);
  });

  it('takes the six digits that show that the address is the applicant’s', async () => {
    const { register: _, ...unregistered } = aRequestStatus({ state: 'unconfirmed', timeline: [] });
    const page = await stage.follow(unregistered);
    await page.reach('Conferma il tuo indirizzo e-mail');
    type(page, '#confirm', '12');
    page.press('Conferma');
    await page.says('Il codice ha sei cifre.');
    type(page, '#confirm', '111111');
    page.press('Conferma');
    await page.says('Il codice non è quello che ti abbiamo mandato');
    await stage.kept((entries) => entries.length === 0, 'nothing to be kept');
    page.press('Mandami un altro codice');
    await until(() => page.status.includes('Ti abbiamo mandato un altro codice'), 'the news');
    type(page, '#confirm', '246 810');
    page.press('Conferma');
    await page.says('Indirizzo confermato');
    await page.says('CMTO-RI-2026/0000042');
  });

  it('shows the messages of both sides, with their files', async () => {
    const page = await stage.follow(
      aRequestStatus({
        messages: [
          {
            id: asked.messageId,
            at: '2026-11-21T09:00:00Z',
            from: 'office',
            kind: 'message',
            text: 'Buongiorno.',
            attachments: [],
          },
          {
            id: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a03',
            at: '2026-11-21T10:00:00Z',
            from: 'applicant',
            kind: 'addition',
            attachments: [{ sha256: 'c'.repeat(64), name: 'nota.pdf', type: 'application/pdf', size: 10 }],
          },
        ],
      }),
    );
    await page.says('L’ufficio 21 novembre 2026 alle ore 10:00 (ora di Roma) Buongiorno.');
    await page.says('Tu 21 novembre 2026 alle ore 11:00 (ora di Roma) nota.pdf (1 kB)');
  });

  it('keeps a name that turns the writing round from turning what stands beside it', async () => {
    const name = 'fattura\u202Efdp.exe';
    const sha256 = 'c'.repeat(64);
    const page = await stage.follow(
      aRequestStatus({
        subject: 'Oggetto\u202Eoirartnoc',
        attachments: [{ field: 'documenti', sha256, name, type: 'application/pdf', size: 10 }],
      }),
    );
    const [link] = page.root.querySelectorAll('.sent-files a');
    expect(link!.querySelector('bdi')?.textContent).to.equal(name);
    expect(link!.textContent.replaceAll(name, '').trim()).to.equal('(1 kB)');
    const turned = [...page.root.querySelectorAll('*')].filter((each) =>
      [...each.childNodes].some((node) => node instanceof Text && node.data.includes('\u202E')),
    );
    expect(turned.map(({ localName }) => localName)).to.deep.equal(['bdi', 'bdi']);
  });

  it('says that the service does not answer, and opens the receipt when it does', async () => {
    stage.service.requests.show(aRequestStatus());
    stage.service.network.offline();
    const page = stage.place('cmto-request-status');
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    type(page, '#number', '42');
    type(page, '#code', aReceiptCode);
    page.press('Mostra');
    await page.says('In questo momento il servizio non risponde.');
    stage.service.network.restore();
    page.press('Riprova');
    await page.reach('Assistenza tecnica');
  });

  it('says so when what is shown cannot be asked for again', async () => {
    const page = await stage.follow(aRequestStatus());
    stage.service.network.offline();
    dispatchEvent(new Event('online'));
    await page.says('quello che leggi è di poco fa');
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await until(() => !page.text.includes('è di poco fa'), 'the news');
  });

  it('leaves nothing on a shared device', async () => {
    const page = await stage.follow(waiting, { 'shared-device': '' });
    await page.asked('Documenti');
    stage.service.network.offline();
    page.question('Il tuo messaggio').type('Ecco.');
    page.press('Invia');
    await page.says('se la chiudi, non parte');
    expect(await stage.store.all()).to.deep.equal([]);
    stage.service.network.restore();
    page.press('Prova a inviare adesso');
    await page.says('Ricevuta un’integrazione');
  });

  it('shows what has been asked for only while it is open: another receipt begins anew', async () => {
    const page = await stage.follow(waiting);
    page.press('Apri un’altra ricevuta');
    await until(() => page.root.querySelector('#code'), 'the code form');
    expect(page.focused?.id).to.equal('number');
    expect(page.text).not.to.include('Assistenza');
    expect(page.root.querySelector<HTMLInputElement>('#code')!.value).to.equal('');
  });

  it('has an address without which it says so', async () => {
    const element = document.createElement('cmto-request-status');
    document.body.append(element);
    await until(() => element.shadowRoot?.textContent?.includes('l’indirizzo del servizio manca'), 'the message');
    element.remove();
    expect(base).to.contain('/api/v1');
  });
});
