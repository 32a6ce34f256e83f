import '@cmto/survey-widget/define';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { keep, kept, keptWhen } from './support/device.ts';
import { aPoll, aQuestionnaire } from './support/questionnaire.ts';
import { surroundWith } from './support/services.ts';
import { base, insideOf, useStage } from './support/stage.ts';

describe('<cmto-survey> sending', () => {
  const stage = useStage();

  const openAndAnswer = async (): Promise<SurveyPage> => {
    stage.publish(aPoll());
    const page = await stage.open();
    page.question('Da dove cominciare?').choose('Acque');
    return page;
  };

  it('sends one request with one key for a hundred impatient clicks', async () => {
    const page = await openAndAnswer();
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    const release = stage.service.network.hold({ method: 'POST' });
    const send = [...page.root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Invia')!;
    for (let click = 0; click < 100; click += 1) send.click();
    await page.says('Invio in corso…');
    release();
    await page.reach('Grazie');
    expect(stage.posts.map(({ key }) => key)).to.deep.equal([draft!.id]);
    expect(stage.heard).to.deep.equal(['ready', 'submit-request', 'submitted']);
    expect(await stage.stored()).to.have.length(1);
  });

  it('stores one answer when the receipt got lost on its way back', async () => {
    const page = await openAndAnswer();
    const end = stage.service.network.loseResponse({ method: 'POST' });
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    expect(await stage.stored()).to.have.length(1);
    end();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
    expect(stage.posts.length).to.be.above(1);
    expect(new Set(stage.posts.map(({ key }) => key)).size).to.equal(1);
    expect(await stage.stored()).to.have.length(1);
    expect(stage.heard).to.deep.equal(['ready', 'submit-request', 'queued', 'submitted']);
  });

  for (const [what, trouble] of [
    ['a hotspot’s welcome page', () => stage.service.network.captivePortal({ method: 'POST' })],
    ['a proxy’s error page', () => stage.service.network.fail(502, { method: 'POST' })],
    ['a firewall’s refusal', () => stage.service.network.fail(403, { method: 'POST' })],
    [
      'JSON that is no receipt',
      () => stage.service.network.answer(() => Response.json({ ok: true }), { method: 'POST' }),
    ],
  ] as const) {
    it(`does not take ${what} for an answer of the service`, async () => {
      const page = await openAndAnswer();
      const end = trouble();
      page.press('Invia');
      await page.reach('La risposta è salvata su questo dispositivo, ma non è ancora partita.');
      expect((await kept()).map(({ state }) => state)).to.deep.equal(['queued']);
      end();
      dispatchEvent(new Event('online'));
      await page.reach('Grazie');
      expect(await stage.stored()).to.have.length(1);
    });
  }

  it('lets the person try again, and tells each outcome once', async () => {
    const page = await openAndAnswer();
    stage.service.network.offline({ method: 'POST' });
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      page.press('Prova a inviare adesso');
      await until(() => stage.posts.length >= attempt, `attempt ${attempt}`);
      // The heading is read out again: pressing had an effect.
      await until(() => page.focused?.textContent.includes('La risposta è salvata'), 'the focus on the heading');
    }
    stage.service.network.restore();
    page.press('Prova a inviare adesso');
    await page.reach('Grazie');
    expect(stage.heard).to.deep.equal(['ready', 'submit-request', 'queued', 'submitted']);
  });

  it('brings an answer that was refused back to its questions, and tells its arrival once', async () => {
    const page = await openAndAnswer();
    const refusal = {
      type: 'urn:cmto:problem:submission.invalid',
      title: 'No',
      status: 422,
      code: 'submission.invalid',
    };
    stage.service.network.answer(
      () => Response.json(refusal, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
      { method: 'POST', times: 1 },
    );
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    await until(() => page.focused?.textContent.includes('non è stata accettata'));
    await page.says('Le risposte sono ancora su questo dispositivo: nulla è andato perso.');
    page.press('Correggi e invia di nuovo');
    const question = await page.asked('Da dove cominciare?');
    expect(question.element.querySelector<HTMLInputElement>(':checked')!.value).to.equal('acque');
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.count('submitted')).to.equal(1);
    expect(new Set(stage.posts.map(({ key }) => key)).size).to.equal(1);
  });

  it('sends as a new answer what was sent otherwise under its key', async () => {
    const page = await openAndAnswer();
    const [draft] = await keptWhen((entries) => entries.length === 1, 'the draft');
    await fetch(`${base}/surveys/prova/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': draft!.id },
      body: JSON.stringify({ formVersion: 1, language: 'it', answers: { tema: 'mobilita' } }),
    });
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    page.press('Invia come nuova risposta');
    await page.asked('Da dove cominciare?');
    page.press('Invia');
    await page.reach('Grazie');
    const stored = await stage.stored();
    expect(stored.map(({ submission }) => submission.answers['tema'])).to.deep.equal(['mobilita', 'acque']);
    expect(stage.count('submitted')).to.equal(1);
    expect((await kept()).map(({ state }) => state)).to.deep.equal(['delivered']);
  });

  it('keeps an answer that came too late, for the person to save', async () => {
    const page = await openAndAnswer();
    stage.publish(aPoll({ closesAt: '2026-01-01T00:00:00Z' }));
    page.press('Invia');
    await page.reach('La risposta non è stata accettata.');
    await page.says('Il questionario è chiuso e non accetta più risposte.');
    await page.says('Salva una copia');
    expect((await kept()).map(({ state }) => state)).to.deep.equal(['attention']);
  });

  it('says on the receipt that an answer arrived late and was accepted', async () => {
    const page = await openAndAnswer();
    // Completed now; the service, an hour slow, closes before it hears of it.
    stage.publish(aPoll({ closesAt: new Date(Date.now() + 1500).toISOString(), graceMinutes: 60 }));
    const release = stage.service.network.hold({ method: 'POST' });
    page.press('Invia');
    await page.says('Invio in corso…');
    const closed = Date.now() + 1600;
    await until(() => Date.now() > closed, 'the closing time');
    release();
    await page.says('È arrivata dopo la chiusura, ma risulta completata in tempo: è stata accettata.');
  });

  it('goes on sending what an earlier visit left behind', async () => {
    const page = await openAndAnswer();
    stage.service.network.offline({ method: 'POST' });
    page.press('Invia');
    await page.reach('La risposta è salvata su questo dispositivo');
    await stage.leave(page);
    stage.service.network.restore();
    const again = stage.place();
    await again.reach('Grazie: la risposta è arrivata.');
    expect(await stage.stored()).to.have.length(1);
    expect(stage.count('submitted')).to.equal(1);
  });

  it('offers the receipt’s code to copy, and the receipt to open', async () => {
    const page = await openAndAnswer();
    page.press('Invia');
    await page.reach('Grazie');
    const { receipt } = (await stage.stored())[0]!;

    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void (copied = text) },
    });
    page.press('Copia il codice');
    await until(() => page.status === 'Codice copiato.', 'the announcement');
    expect(copied).to.equal(receipt.receiptCode);

    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    page.press('Copia il codice');
    await until(() => page.status.startsWith('Non è possibile copiare da qui'), 'the announcement');
    delete (navigator as { clipboard?: unknown }).clipboard;

    const link = page.root.querySelector<HTMLAnchorElement>('a[href*="/r/"]')!;
    expect([link.textContent.trim(), link.href]).to.deep.equal(['Apri la ricevuta', `${receipt.url}?lang=it`]);
  });

  it('hands the person a copy of their own answers, made on the device', async () => {
    stage.publish(aQuestionnaire());
    const page = await stage.open();
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    (await page.asked('La tua idea')).type('Più treni');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    page.press('Invia');
    await page.reach('Grazie');
    const { receipt } = (await stage.stored())[0]!;

    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const files: { name: string; blob: Blob }[] = [];
    let blob!: Blob;
    URL.createObjectURL = (object) => createObjectURL.call(URL, (blob = object as Blob));
    HTMLAnchorElement.prototype.click = function download() {
      files.push({ name: this.download, blob });
    };
    page.press('Scarica le tue risposte');
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;

    expect(files.map(({ name }) => name)).to.deep.equal(['prova-risposte.txt']);
    const lines = (await files[0]!.blob.text()).replace('\uFEFF', '').split('\n').filter(Boolean);
    expect(lines).to.deep.equal([
      'Il piano strategico',
      `Codice della ricevuta: ${receipt.receiptCode}`,
      '— Chi risponde —',
      'Chi sei?',
      '  Cittadina o cittadino',
      '— Le idee —',
      'La tua idea come Cittadina o cittadino',
      '  Più treni',
    ]);
  });

  it('sends what is answered before the device’s store has opened', async () => {
    stage.publish(aPoll());
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { services, parent } = surroundWith(base);
    const delivery = await services.delivery();
    services.delivery = async () => ({
      ...delivery,
      store: async (shared) => {
        const store = await delivery.store(shared);
        return { ...store, all: () => gate.then(() => store.all()) };
      },
    });
    const page = await stage.open({}, parent);
    page.question('Da dove cominciare?').choose('Acque');
    await until(() => insideOf(page).finish?.drafts.store, 'the store to be opening');
    page.press('Invia');
    await page.says('Invio in corso…');
    open();
    await page.reach('Grazie');
    expect(stage.posts).to.have.length(1);
  });

  it('sends from memory when the device refuses to keep the answer', async () => {
    stage.publish(aPoll());
    const { services, parent } = surroundWith(base);
    const delivery = await services.delivery();
    services.delivery = async () => ({
      ...delivery,
      store: async (shared) => {
        const store = await delivery.store(shared);
        return shared
          ? store
          : { ...store, update: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
      },
    });
    const page = await stage.open({}, parent);
    page.question('Da dove cominciare?').choose('Acque');
    await page.says('Non è possibile salvare la bozza su questo dispositivo: tieni aperta la pagina');
    const end = stage.service.network.offline({ method: 'POST' });
    page.press('Invia');
    await page.reach('La risposta non è ancora partita.');
    await page.says('tieni aperta questa pagina, partirà da sola appena possibile');
    end();
    dispatchEvent(new Event('online'));
    await page.reach('Grazie');
  });

  it('leaves no draft behind of what went out from memory: it would be sent once more', async () => {
    stage.publish(aPoll());
    const { services, parent } = surroundWith(base);
    const delivery = await services.delivery();
    services.delivery = async () => ({
      ...delivery,
      store: async (shared) => {
        const store = await delivery.store(shared);
        if (shared) return store;
        const update: typeof store.update = (id, change) =>
          store.update(id, (now) => {
            const changed = change(now);
            if (changed?.state === 'queued') throw new DOMException('full', 'QuotaExceededError');
            return changed;
          });
        return { ...store, update };
      },
    });
    const page = await stage.open({}, parent);
    page.question('Da dove cominciare?').choose('Acque');
    await keptWhen((entries) => entries.length === 1, 'the draft');
    page.press('Invia');
    await page.reach('Grazie');
    await keptWhen((entries) => entries.length === 0, 'the draft to be gone');
    await stage.leave(page);
    const again = await stage.open();
    expect(again.root.querySelectorAll(':checked')).to.have.length(0);
  });

  it('sends nothing that the person has not seen: what comes in from another tab as it is written is shown first', async () => {
    stage.publish(aQuestionnaire());
    const { services, parent } = surroundWith(base);
    const delivery = await services.delivery();
    let writeElsewhere: (() => Promise<void>) | undefined;
    services.delivery = async () => ({
      ...delivery,
      store: async (shared) => {
        const store = await delivery.store(shared);
        const update: typeof store.update = async (id, change) => {
          const write = writeElsewhere;
          writeElsewhere = undefined;
          await write?.();
          return store.update(id, change);
        };
        return { ...store, update };
      },
    });
    const page = await stage.open({}, parent);
    page.question('Chi sei?').choose('Cittadina o cittadino');
    page.press('Avanti');
    await page.reach('Le idee');
    page.press('Avanti');
    await page.reach('Controlla le risposte');
    await keptWhen((entries) => entries[0]?.answers['ruolo'] === 'cittadino', 'the draft');
    const elsewhere = async (): Promise<void> => {
      const [draft] = await kept();
      await keep({ ...draft!, answers: { ...draft!.answers, idea: 'Più treni' }, revision: draft!.revision! + 1 });
    };
    const asked = (): void => {
      // The page itself changes something at the last moment, so that there is something to write.
      insideOf(page).finish!.drafts.changed({});
      writeElsewhere = elsewhere;
    };
    page.element.addEventListener('cmto-survey-submit-request', asked, { once: true });
    page.press('Invia');
    await page.says('Più treni');
    expect(stage.posts).to.have.length(0);
    page.press('Invia');
    await page.reach('Grazie');
    expect(stage.posted).to.deep.equal({ ruolo: 'cittadino', idea: 'Più treni' });
  });
});
