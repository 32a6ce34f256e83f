import '@cmto/request-form/define';
import type { ReceivedRequest } from '@cmto/testing/handlers';
import type { Service } from '@cmto/contract';
import { axeViolations } from '@cmto/testing/axe';
import { aService } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { aMinute, type as typeInto, useStage } from './support/stage.ts';

/** The mock service sends this one to everybody. */
const code = '246810';
const confirmed = 'Indirizzo confermato: la richiesta è registrata.';
const wait = 'Puoi chiedere un altro codice tra un minuto.';
const another = 'Mandami un altro codice';

/** One service per test: a draft that is still being written when its page goes is nobody else's. */
let tests = 0;

const service = (): Service => {
  const base = aService();
  const [privacy, applicant, request] = base.form.pages;
  return {
    ...base,
    slug: `con-codice-${tests}`,
    identity: 'email',
    form: { pages: [privacy!, applicant!, { ...request!, fields: request!.fields.slice(0, 1) }] },
  };
};

describe('<cmto-request-form> where an address is to be confirmed', () => {
  const stage = useStage();
  beforeEach(() => (tests += 1));

  const open = async (): Promise<SurveyPage> => {
    const offered = service();
    stage.service.services.publish(offered);
    const page = stage.place('cmto-request-form', { slug: offered.slug, 'status-page': 'segui.html' });
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    return page;
  };

  const apply = async (): Promise<SurveyPage> => {
    const page = await open();
    page.question('Ho letto').choose('Ho letto');
    page.press('Avanti');
    (await page.asked('Chi chiede?')).choose('Una persona');
    page.question('Nome').type('Ada');
    page.question('Cognome').type('Rossi');
    page.question('E-mail').type('ada@example.it');
    page.press('Avanti');
    (await page.asked('Tema')).type('Una variante');
    page.press('Avanti');
    await page.reach('Controlla la richiesta');
    page.press('Invia');
    await page.reach('La richiesta è arrivata.');
    return page;
  };

  const confirm = (page: SurveyPage, typed: string): void => {
    typeInto(page, '#confirm', typed);
    page.press('Conferma');
  };

  const messages = (kind: string): ReceivedRequest[] =>
    stage.received('POST').filter(({ body }) => (body as { kind: string }).kind === kind);

  /** The buttons and links that look like the main thing to do. */
  const primary = (page: SurveyPage): string[] =>
    [...page.root.querySelectorAll('.button:not(.outline, .plain)')].map((one) => one.textContent!.trim());

  it('asks for the code on the receipt, below the receipt’s own, and shows the number once it is right', async () => {
    const page = await apply();
    const words = page.text;
    const order = ['Codice della ricevuta', 'Manca un passo', 'Codice di sei cifre', 'Che cosa succede dopo l’invio'];
    expect(order.map((each) => words.indexOf(each))).to.deep.equal(
      order.map((each) => words.indexOf(each)).toSorted((one, other) => one - other),
    );
    expect(words).to.include('Codice della ricevuta');
    expect(primary(page)).to.deep.equal(['Conferma']);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    confirm(page, ' 246 810 ');
    await page.says(/Numero CMTO-RI-\d{4}\/\d{7}/);
    await until(() => page.focused?.textContent === confirmed, 'the focus on what was done');
    expect(messages('confirm').map(({ body }) => body)).to.deep.equal([{ kind: 'confirm', code, language: 'it' }]);
    expect(primary(page)).to.deep.equal(['Copia il codice']);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('sends nothing that is no code, and brings the person back to the box', async () => {
    const page = await apply();
    confirm(page, '12a456');
    await page.says('Il codice ha sei cifre.');
    await until(() => page.focused?.id === 'confirm', 'the focus in the box');
    expect(page.focused!.getAttribute('aria-invalid')).to.equal('true');
    expect(messages('confirm')).to.deep.equal([]);
  });

  it('says that a code is wrong, and after five tries that another is needed', async () => {
    const page = await apply();
    for (const typed of ['000001', '000002', '000003', '000004', '000005']) {
      confirm(page, typed);
      await until(() => messages('confirm').length === Number(typed), `try ${typed}`);
      await page.says('Il codice non è quello che ti abbiamo mandato.');
      await until(() => page.status === '', 'the answer');
    }
    confirm(page, code);
    await page.says('Il codice è scaduto o è stato provato troppe volte. Chiedine un altro.');
    expect(page.text).not.to.include('CMTO-RI');
  });

  it('asks again under the same key when the answer was lost, and the code stays what was typed', async () => {
    const page = await apply();
    stage.service.network.loseResponse({ times: 1, path: '/messages' });
    confirm(page, code);
    await page.says('Per confermare serve la rete, e ora manca.');
    page.press('Conferma');
    await page.says(confirmed);
    const [first, second, ...more] = messages('confirm');
    expect(second!.key).to.equal(first!.key);
    expect(more).to.deep.equal([]);
  });

  it('offers another code after a minute only, and says when there were too many', async () => {
    const page = await apply();
    await page.says(wait);
    expect(page.text).not.to.include(another);
    stage.elapse(aMinute);
    await page.says(another);
    page.press(another);
    await page.says('Ti abbiamo mandato un altro codice: quello di prima non vale più.');
    await page.says(wait);
    expect(messages('resend-code')).to.have.length(1);
    stage.elapse(aMinute);
    await page.says(another);
    stage.ahead -= aMinute;
    page.press(another);
    await page.says('Hai già chiesto molti codici');
    await page.says(wait);
    expect(messages('resend-code')).to.have.length(2);
  });

  it('asks for the code when the person is back on the page, and not once it was confirmed elsewhere', async () => {
    await apply();
    await stage.kept((entries) => entries.some(({ receipt, path }) => receipt && path.includes(service().slug)), 'it');
    stage.leave();
    const again = await open();
    await again.says('Codice di sei cifre');
    await again.says(another);
    const [kept] = (await stage.store.all()).filter(({ path }) => path.includes(service().slug));
    const { receiptCode } = kept!.receipt!;
    const waiting = stage.service.requests.find(receiptCode)!;
    const register = { code: 'CMTO-RI', year: 2026, number: '0000042', status: 'provisional' } as const;
    stage.service.requests.show({ ...waiting, state: 'registered', register });
    confirm(again, code);
    await until(() => !again.text.includes('Codice di sei cifre'), 'the box to go');
    stage.leave();
    const later = await open();
    await later.says('Da questo dispositivo è già partita una richiesta');
    expect(later.text).not.to.include('Codice di sei cifre');
  });
});
