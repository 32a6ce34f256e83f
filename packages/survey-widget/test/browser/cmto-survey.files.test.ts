import { createDeviceStore } from '@cmto/core/storage/device-store';
import '@cmto/survey-widget/define';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import { aField, aPage, aSurvey } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { kept, keptWhen } from './support/device.ts';
import { noRetries, surroundWith } from './support/services.ts';
import { base, useStage } from './support/stage.ts';

const sent = 'Caricato: parte con la risposta';
const waits = 'Salvato su questo dispositivo: il caricamento riprende da solo';

/** What every virus scanner takes for a virus, in two halves so that none takes this very file for one. */
const virus = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** A document of so many bytes, each the letter given. */
const aPdf = (name: string, size = 20, letter = 'a'): File =>
  new File(['%PDF-1.7\n', letter.repeat(size - 9)], name, { type: 'application/pdf' });

describe('<cmto-survey> with files', () => {
  const stage = useStage();
  const twoPages = aSurvey({
    pages: [aPage('file', [aField('file', { maxFiles: 3 })]), aPage('testo', [aField('text')])],
  });

  const attach = async (page: SurveyPage, ...files: File[]): Promise<void> =>
    (await page.asked('Domanda file')).attach(...files);

  const send = async (page: SurveyPage): Promise<void> => {
    page.press('Avanti');
    await page.reach('Pagina testo');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
  };

  const uploads = () => stage.service.received.filter(({ method, path }) => method === 'PUT' && /attach/.test(path));

  /** Sizes of the files that the service holds of the one answer stored. */
  const storedSizes = async (): Promise<(number | undefined)[]> => {
    const [answer] = await stage.stored();
    const { attachments = [] } = answer!.submission;
    const files = attachments.map(({ sha256 }) => stage.service.store.findFile(answer!.receipt.id, sha256));
    return (await Promise.all(files)).map((file) => file?.bytes.byteLength);
  };

  it('sends them one after the other, in parts, while the person goes on', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, aPdf('relazione.pdf', 1_200_000), aPdf('mappa.pdf', 600_000, 'b'));
    await until(() => page.text.split(sent).length === 3, 'both files to be sent');
    const hashes = uploads().map(({ path }) => path);
    expect(hashes).to.have.length(5);
    expect(new Set(hashes.slice(0, 3)).size, 'the parts of the first file come first').to.equal(1);
    await send(page);
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([1_200_000, 600_000]);
    expect(uploads(), 'nothing is sent twice').to.have.length(5);
  });

  it('waits for a file that was only just chosen when the person goes on', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, aPdf('relazione.pdf', 1_200_000), aPdf('mappa.pdf', 20, 'b'));
    await send(page);
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([1_200_000, 20]);
  });

  it('names them in the person’s own copy when they have arrived, and the device has forgotten their names', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, aPdf('relazione.pdf'));
    await send(page);
    await page.reach('Grazie');
    expect((await kept()).map(({ attachments }) => attachments)).to.deep.equal([[]]);
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const copies: Blob[] = [];
    URL.createObjectURL = (object) => createObjectURL.call(URL, (copies[0] = object as Blob));
    HTMLAnchorElement.prototype.click = () => undefined;
    page.press('Scarica le tue risposte');
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    expect(await copies[0]!.text()).to.include('Domanda file\n  relazione.pdf');
  });

  for (const [where, attributes, words] of [
    ['its own device', {}, 'Se la chiudi, la risposta resta su questo dispositivo'],
    ['a shared device', { 'shared-device': '' }, 'Tieni aperta questa pagina: se la chiudi, la risposta non parte.'],
  ] as const) {
    it(`says on ${where} how many files are on their way, and what closing the page would do`, async () => {
      stage.publish(twoPages);
      const page = await stage.open(attributes);
      const release = stage.service.network.hold({ method: 'PUT' });
      await attach(page, aPdf('relazione.pdf'), aPdf('mappa.pdf', 20, 'b'));
      await page.says('mappa.pdf');
      await send(page);
      await page.says('Ci sono ancora 2 file da inviare');
      await page.says(words);
      release();
      await page.reach('Grazie');
    });
  }

  it('goes on after a cut from where the service has it', async () => {
    stage.publish(twoPages);
    const page = await stage.open({}, surroundWith(base, { setTimer: noRetries }).parent);
    stage.service.network.loseResponse({ method: 'PUT', path: /attachments/, times: 1 });
    await attach(page, aPdf('relazione.pdf', 1_200_000));
    await page.says(waits);
    page.press('Riprova: relazione.pdf');
    await page.says(sent);
    expect(uploads(), 'the part whose answer was lost is not sent again').to.have.length(3);
  });

  it('goes on after a reload from what the device holds', async () => {
    stage.publish(twoPages);
    const first = await stage.open();
    stage.service.network.offline({ path: /attachments/ });
    await attach(first, aPdf('relazione.pdf', 1_200_000));
    await first.says(waits);
    await keptWhen((entries) => entries[0]?.attachments.length === 1, 'the file in the draft');
    await stage.leave(first);
    const second = await stage.open();
    await second.says('relazione.pdf');
    expect(second.text).to.not.contain(sent);
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await second.says(sent);
    await send(second);
    await second.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([1_200_000]);
  });

  it('sends with the answer what could not be sent before', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline();
    await attach(page, aPdf('relazione.pdf', 1_200_000));
    await page.says(waits);
    await send(page);
    await page.reach('La risposta è salvata su questo dispositivo');
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([1_200_000]);
    expect((await kept())[0]!.state).to.equal('delivered');
  });

  it('says of files that go through after one attempt in vain that they are being sent, not that nobody answers', async () => {
    stage.publish(twoPages);
    const device = async () => ({ ...(await browserPlatform.device()), exclusively: alone });
    const page = await stage.open({}, surroundWith(base, { setTimer: noRetries, device }).parent);
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline();
    await attach(page, aPdf('relazione.pdf'), aPdf('mappa.pdf', 30, 'b'));
    await page.says(waits);
    await send(page);
    await page.says('la rete o il servizio non rispondono');
    await keptWhen(([entry]) => (entry?.attempts ?? 0) > 0, 'the first attempt to be over');
    stage.service.network.restore();
    const release = stage.service.network.hold({ method: 'POST' });
    page.press('Prova a inviare adesso');
    await until(() => stage.posts.length > 0, 'both files to be through');
    expect(page.text).to.contain('Invio in corso…').and.not.contain('non rispondono');
    release();
    await page.reach('Grazie');
  });

  it('keeps them in memory where nothing is to be kept, and says that the page must stay open', async () => {
    stage.publish(twoPages);
    const page = await stage.open({ 'shared-device': '' });
    stage.service.network.offline({ path: /attachments/ });
    await attach(page, aPdf('relazione.pdf', 600_000));
    await page.says('tieni aperta questa pagina');
    stage.service.network.restore();
    page.press('Riprova: relazione.pdf');
    await page.says(sent);
    await send(page);
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([600_000]);
    expect(await kept()).to.deep.equal([]);
  });

  it('shows no file in an answer of its own that another tab has sent with the draft', async () => {
    stage.publish(twoPages);
    const one = await stage.open();
    await attach(one, aPdf('relazione.pdf'));
    await one.says(sent);
    await keptWhen((entries) => entries[0]?.uploaded.length === 1, 'the file in the draft');
    const other = await stage.open();
    await other.says('relazione.pdf');
    await send(one);
    await one.reach('Grazie');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    other.press('Avanti');
    (await other.asked('Domanda text')).type('Più treni');
    await other.says('I file sono partiti con quella: se servono anche qui, allegali di nuovo.');
    other.press('Avanti');
    await other.reach('Controlla le risposte');
    expect(other.text).to.not.contain('relazione.pdf');
    other.press('Invia');
    await other.reach('Grazie');
    expect(stage.posted).to.deep.equal({ text: 'Più treni' });
  });

  it('sends a file with the answer that another tab has sent, though it is taken away here then', async () => {
    stage.publish(aSurvey({ fields: [aField('file'), aField('text')] }));
    const device = async () => ({ ...(await browserPlatform.device()), exclusively: alone });
    const { parent } = surroundWith(base, { setTimer: noRetries, device });
    const one = await stage.open({}, parent);
    stage.service.network.offline({ path: /attachments/ });
    one.question('Domanda text').type('Più treni');
    await attach(one, aPdf('relazione.pdf'));
    await one.says(waits);
    await keptWhen(([entry]) => entry?.attachments.length === 1, 'the file in the draft');
    const other = await stage.open({}, parent);
    await other.says('relazione.pdf');
    one.press('Invia');
    await keptWhen(([entry]) => (entry?.attempts ?? 0) > 0, 'the first attempt to be over');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    other.press('Togli: relazione.pdf');
    await keptWhen((entries) => entries.some(({ state }) => state === 'draft'), 'the draft of its own');
    stage.service.network.restore();
    one.press('Prova a inviare adesso');
    await one.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([20]);
  });

  it('keeps a file that is added after another tab has sent the draft, with the answer of its own that begins then', async () => {
    stage.publish(aSurvey({ fields: [aField('file'), aField('text')] }));
    const one = await stage.open();
    one.question('Domanda text').type('Più treni');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    const other = await stage.open();
    await other.says('Abbiamo ritrovato la bozza');
    one.press('Invia');
    await one.reach('Grazie');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    await attach(other, aPdf('relazione.pdf'));
    await other.says(sent);
    await keptWhen((entries) => entries.some(({ uploaded }) => uploaded.length === 1), 'the file in the draft');
    expect(other.text).to.contain('relazione.pdf').and.not.contain('I file sono partiti');
    other.press('Invia');
    await other.reach('Grazie');
    const [, second] = await stage.stored();
    const { sha256 } = second!.submission.attachments![0]!;
    expect((await stage.service.store.findFile(second!.receipt.id, sha256))?.bytes.byteLength).to.equal(20);
  });

  it('keeps a file with the answer of its own that its draft becomes while the file is being kept', async () => {
    stage.publish(aSurvey({ fields: [aField('file'), aField('text')] }));
    const one = await stage.open();
    one.question('Domanda text').type('Più treni');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    const { services, parent } = surroundWith(base);
    const delivery = await services.delivery();
    const { promise: room, resolve: makeRoom } = Promise.withResolvers<void>();
    const ids: string[] = [];
    services.delivery = async () => ({
      ...delivery,
      async store(shared) {
        const store = await delivery.store(shared);
        const putFile: typeof store.putFile = async (id, ...file) => {
          ids.push(id);
          await room;
          return store.putFile(id, ...file);
        };
        return { ...store, putFile };
      },
    });
    const other = await stage.open({}, parent);
    await attach(other, aPdf('relazione.pdf'));
    await until(() => ids.length === 1, 'the file to be written');
    one.press('Invia');
    await one.reach('Grazie');
    await other.says('Questa bozza è stata inviata da un’altra scheda');
    other.question('Domanda text').type('Meno auto');
    await keptWhen((entries) => entries.some(({ state }) => state === 'draft'), 'the draft of its own');
    makeRoom();
    await other.says(sent);
    other.press('Invia');
    await other.reach('Grazie');
    const [first, second] = await stage.stored();
    expect(ids).to.deep.equal([first!.receipt.id, second!.receipt.id]);
    const { sha256, name } = second!.submission.attachments![0]!;
    expect([first!.submission.attachments, name]).to.deep.equal([undefined, 'relazione.pdf']);
    const file = await stage.service.store.findFile(second!.receipt.id, sha256);
    expect(file?.bytes.byteLength).to.equal(20);
  });

  for (const where of ['here', 'in another tab']) {
    it(`keeps and sends no file that was being kept when its draft was deleted ${where}`, async () => {
      stage.publish(aSurvey({ fields: [aField('file', { maxFiles: 3 }), aField('text')] }));
      const one = await stage.open();
      one.question('Domanda text').type('Più treni');
      await keptWhen((entries) => entries.length === 1, 'the draft');
      const { services, parent } = surroundWith(base);
      const delivery = await services.delivery();
      const device = await delivery.store(false);
      const { promise: room, resolve: makeRoom } = Promise.withResolvers<void>();
      const put: [id: string, sha256: string][] = [];
      const gone: string[] = [];
      const store: typeof device = {
        ...device,
        async putFile(id, sha256, bytes) {
          put.push([id, sha256]);
          await room;
          return device.putFile(id, sha256, bytes);
        },
        async deleteFile(id, sha256) {
          await device.deleteFile(id, sha256);
          gone.push(id);
        },
      };
      services.delivery = async () => ({ ...delivery, store: async () => store });
      const page = await stage.open({}, parent);
      await attach(page, aPdf('relazione.pdf', 1_200_000), aPdf('mappa.pdf', 20, 'b'));
      await until(() => put.length === 1, 'the file to be written');
      const deleting = where === 'here' ? page : one;
      deleting.press('Cancella la bozza');
      deleting.press('Sì, cancella');
      await until(() => deleting.status === 'Bozza cancellata.', 'the deletion');
      if (page !== deleting) await page.says('Quello che avevi scritto qui è stato cancellato');
      makeRoom();
      await until(() => gone.length === 1, 'the file to be deleted');
      expect([put.length, await device.readPart(...put[0]!, 0)]).to.deep.equal([1, undefined]);
      expect(await kept()).to.deep.equal([]);
      (await page.asked('Domanda text')).type('Meno auto');
      page.press('Invia');
      await page.reach('Grazie');
      const [answer] = await stage.stored();
      expect(answer!.submission.attachments).to.equal(undefined);
      expect(uploads()).to.deep.equal([]);
    });
  }

  it('forgets files that a page killed long ago has left without a draft', async () => {
    stage.publish(twoPages);
    const device = createDeviceStore();
    await device.putFile('nobody', 'f', new ArrayBuffer(600_000));
    await device.forgetOrphans(Date.now() - 7_200_000);
    await stage.open({}, surroundWith(base).parent);
    const end = performance.now() + 20_000;
    while ((await device.readPart('nobody', 'f', 0)) && performance.now() < end);
    expect(await device.readPart('nobody', 'f', 0)).to.equal(undefined);
  });

  it('sends again a file that the service has lost, and then the answer', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, aPdf('relazione.pdf'));
    await page.says(sent);
    const { findFile } = stage.service.store;
    let lost = true;
    Object.assign(stage.service.store, {
      findFile: async (...id: Parameters<typeof findFile>) => (lost ? undefined : findFile(...id)),
    });
    await send(page);
    await until(() => stage.posts.length > 0, 'the answer to be refused');
    lost = false;
    await page.reach('Grazie');
    Object.assign(stage.service.store, { findFile });
    expect(await storedSizes()).to.deep.equal([20]);
  });

  it('leads to the file that the service refused while the answer was on its way', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await page.says('Puoi continuare anche senza rete.');
    stage.service.network.offline();
    await attach(page, new File([virus], 'nota.txt', { type: 'text/plain' }));
    await page.says(waits);
    await send(page);
    await page.reach('La risposta è salvata su questo dispositivo');
    stage.service.network.restore();
    dispatchEvent(new Event('online'));
    await page.says('Un file contiene un virus');
    page.press('Correggi e invia di nuovo');
    await page.says('Non aggiunto: il file contiene un virus.');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    expect((await stage.stored())[0]!.submission.attachments).to.equal(undefined);
  });

  it('sends the files of each row', async () => {
    const file = aField('file', { id: 'foto', label: 'Foto' });
    stage.publish(aSurvey({ fields: [aField('group', { id: 'luoghi', fields: [file] })] }));
    const page = await stage.open();
    (await page.asked('Foto')).attach(aPdf('relazione.pdf'));
    await page.says(sent);
    page.press('Invia');
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([20]);
  });

  it('does not send a file that was taken away, nor the answer with it', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, aPdf('giusto.pdf', 20, 'a'), aPdf('sbagliato.pdf', 30, 'b'));
    await until(() => page.text.split(sent).length === 3, 'both files to be sent');
    page.press('Togli: sbagliato.pdf');
    await send(page);
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([20]);
  });

  it('says beside a file why the service does not want it, and sends the answer without', async () => {
    stage.publish(twoPages);
    const page = await stage.open();
    await attach(page, new File([virus], 'nota.txt', { type: 'text/plain' }), aPdf('giusto.pdf'));
    await page.says('Non aggiunto: il file contiene un virus.');
    await page.says(sent);
    await send(page);
    await page.reach('Grazie');
    expect(await storedSizes()).to.deep.equal([20]);
  });
});
