import '@cmto/request-form/define';
import { aReceiptCode, aRequestStatus } from '@cmto/testing/builders';
import { spoken } from '@cmto/testing/spoken';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const asked = {
  messageId: '7f1e4b1c-58a2-4d0e-9d3a-2f6c8f0f1a02',
  text: 'Manca la planimetria catastale.',
  dueAt: '2026-12-10T23:00:00Z',
};

/** What a screen reader meets, without what only holds other things. */
const met = async (): Promise<string[]> =>
  (await spoken()).filter((line) => !/^(?:definition|time|list|listitem|group|code|DescriptionList)\b/.test(line));

const procedure = [
  'heading “Il procedimento”, level 4',
  'term “Ufficio responsabile”',
  'term “Responsabile del procedimento”',
  'term “Contatti dell’ufficio”',
  'link “pianificazione@example.it”',
  'link “011 861 1111”',
];
const documents = ['link “Scarica la ricevuta in PDF”', 'link “Apri la ricevuta da stampare”'];

describe('<cmto-request-status> accessibility', () => {
  const stage = useStage();

  it('reads the box for the code, and what was wrong with it', async () => {
    const page = stage.place('cmto-request-status');
    await until(() => page.element.shadowRoot?.querySelector('#code'), 'the code form');
    page.press('Mostra');
    await page.says('Scrivi il codice della ricevuta.');
    const lines = await met();
    const box = lines.findIndex((line) => line.startsWith('textbox “Codice'));
    expect(lines[box]).to.match(
      /^textbox “Codice della ricevuta”, required, invalid, described “Scrivi il codice della ricevuta\. 26 lettere/,
    );
    expect(lines.toSpliced(box, 1)).to.deep.equal([
      'region “Segui la tua richiesta”',
      'heading “Segui la tua richiesta”, level 2',
      'status',
      'textbox “Numero”, described “Come nella ricevuta, per esempio 2026/0000042. Se la richiesta non ha ancora un numero, lascia vuoto.”',
      'button “Mostra”',
    ]);
  });

  it('reads a request that waits for its applicant: where it is, what is asked, what has happened, what can be done', async () => {
    const page = await stage.follow(aRequestStatus({ state: 'waiting', asked }));
    await page.asked('Documenti');
    const lines = await met();
    const file = lines.findIndex((line) => line.startsWith('button “Documenti Scegli i file”'));
    expect(lines.toSpliced(file, 1)).to.deep.equal([
      'region “Segui la tua richiesta”',
      'heading “Segui la tua richiesta”, level 2',
      'status',
      'heading “Assistenza tecnica”, level 3',
      'term “Termine per la risposta”',
      'term “Numero”',
      'term “Oggetto”',
      'heading “L’ufficio ti chiede un’integrazione”, level 4',
      'textbox “Il tuo messaggio”, described “Massimo 10.000 caratteri”',
      'button “Invia”',
      'heading “Che cosa è successo”, level 4',
      'heading “Allegati inviati”, level 4',
      'link “planimetria.pdf (12 kB)”',
      ...procedure,
      'term “Se la risposta non arriva in tempo”',
      'heading “I passi”, level 5',
      ...documents,
      'DisclosureTriangle “Ritira la richiesta”, collapsed',
      'DisclosureTriangle “Chiedi la cancellazione dei tuoi dati”, collapsed',
      'button “Apri un’altra ricevuta”',
    ]);
    expect(lines[file - 1]).to.contain('Il tuo messaggio');
  });

  it('reads the outcome of a closed one, and no way to add anything', async () => {
    await stage.follow(aRequestStatus({ state: 'closed', outcome: { kind: 'partly', reasons: 'Manca la delibera.' } }));
    expect(await met()).to.deep.equal([
      'region “Segui la tua richiesta”',
      'heading “Segui la tua richiesta”, level 2',
      'status',
      'heading “Assistenza tecnica”, level 3',
      'term “Numero”',
      'term “Oggetto”',
      'heading “Esito”, level 4',
      'heading “Che cosa è successo”, level 4',
      'heading “Allegati inviati”, level 4',
      'link “planimetria.pdf (12 kB)”',
      ...procedure,
      ...documents,
      'DisclosureTriangle “Chiedi la cancellazione dei tuoi dati”, collapsed',
      'button “Apri un’altra ricevuta”',
    ]);
  });

  it('says beside the deadline that it is suspended', async () => {
    const { procedure: running } = aRequestStatus();
    const page = await stage.follow(
      aRequestStatus({ state: 'waiting', asked, procedure: { ...running, suspendedAt: '2026-11-25T09:00:00Z' } }),
    );
    await page.says('Termine per la risposta 20 dicembre 2026 Termine sospeso dal 25 novembre 2026');
  });
});

describe('<cmto-receipt> accessibility', () => {
  const stage = useStage();

  it('reads the receipt in order', async () => {
    stage.service.requests.show(aRequestStatus());
    const page = stage.place('cmto-receipt');
    await stage.open(page, aReceiptCode);
    await page.says('Copia il codice');
    expect(await met()).to.deep.equal([
      'region “La tua ricevuta”',
      'heading “La tua ricevuta”, level 2',
      'status',
      'heading “Assistenza tecnica”, level 3',
      'term “Numero”',
      'term “Arrivata”',
      'term “Oggetto”',
      'term “Codice della ricevuta”',
      'term “Impronta del contenuto (SHA-256)”',
      'button “Copia il codice”',
      ...documents,
      'button “Apri un’altra ricevuta”',
    ]);
  });
});
