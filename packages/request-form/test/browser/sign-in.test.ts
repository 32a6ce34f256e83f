import '@cmto/request-form/define';
import type { ReceivedRequest } from '@cmto/testing/handlers';
import type { Service } from '@cmto/contract';
import { axeViolations } from '@cmto/testing/axe';
import { aService } from '@cmto/testing/builders';
import type { SurveyPage } from '@cmto/testing/survey-page';
import { until } from '@cmto/testing/until';
import { expect } from 'chai';
import { useStage } from './support/stage.ts';

const ada = { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' };
const enter = 'Entra con SPID o CIE';
const signedIn = 'Hai effettuato l’accesso come Ada Rossi';

/** One service per test: a draft that is still being written when its page goes is nobody else's. */
let tests = 0;

const formal = (): Service => {
  const service = aService();
  const [privacy, applicant, request] = service.form.pages;
  return {
    ...service,
    slug: `istanza-${tests}`,
    identity: 'eid',
    form: { pages: [privacy!, applicant!, { ...request!, fields: request!.fields.slice(0, 1) }] },
  };
};

describe('<cmto-request-form> where applicants sign in', () => {
  const stage = useStage();
  beforeEach(() => (tests += 1));

  const open = async (): Promise<SurveyPage> => {
    const service = formal();
    stage.service.services.publish(service);
    const page = stage.place('cmto-request-form', { slug: service.slug });
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    return page;
  };

  const posted = (path: string): ReceivedRequest[] => stage.service.received.filter((each) => each.path === path);

  /** Up to the step that asks who applies. */
  const sayWho = async (page: SurveyPage): Promise<void> => {
    page.question('Ho letto').choose('Ho letto');
    page.press('Avanti');
    (await page.asked('Chi chiede?')).choose('Una persona');
    page.question('Nome').type('Ada');
    page.question('Cognome').type('Rossi');
    page.question('E-mail').type('ada@example.it');
  };

  const toSummary = async (page: SurveyPage): Promise<void> => {
    page.press('Avanti');
    (await page.asked('Tema')).type('Una variante');
    page.press('Avanti');
    await page.reach('Controlla la richiesta');
  };

  /** The page again, after the provider, with this behind its `#`. */
  const comeBack = async (fragment: string): Promise<SurveyPage> => {
    stage.leave();
    history.replaceState(null, '', `#${fragment}`);
    return open();
  };

  const begin = async (): Promise<SurveyPage> => {
    stage.service.signIns.offer(ada);
    const page = await open();
    await sayWho(page);
    page.press(enter);
    await until(() => stage.left.length > 0, 'the page to be left');
    return page;
  };

  const focusedSays = async (page: SurveyPage, words: string): Promise<void> => {
    await until(() => page.focused?.textContent?.replace(/\s+/g, ' ').includes(words), `the focus on “${words}”`);
  };

  it('goes to the provider with the draft kept, comes back to it signed in, and sends the proof once', async () => {
    await begin();
    expect(stage.left).to.deep.equal(['https://partecipa.example.it/provider']);
    const { body } = posted('/sign-in/starts')[0]!;
    expect(body)
      .to.have.keys('service', 'page', 'challenge')
      .and.include({ page: 'https://comune.example.it/istanza' });
    const page = await comeBack(stage.service.signIns.comeBack());
    await page.says(signedIn);
    await focusedSays(page, signedIn);
    expect(location.hash, 'the code in the address').to.equal('');
    expect(page.question('Cognome').control.value).to.equal('Rossi');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await toSummary(page);
    page.press('Invia');
    await page.reach('La richiesta è arrivata.');
    const [sent, ...more] = posted(`/services/istanza-${tests}/requests`);
    expect(more).to.deep.equal([]);
    expect((sent!.body as { identity: string }).identity).to.match(/^[\w-]{43}$/);
    const kept = JSON.stringify(await stage.store.all());
    for (const secret of ['RSSDAA80A41L219A', '"proof"', '"verifier"']) expect(kept).not.to.include(secret);
  });

  it('does not send before, and brings the person to where one signs in', async () => {
    const page = await open();
    await sayWho(page);
    await toSummary(page);
    page.press('Invia');
    await focusedSays(page, 'Per inviare questa richiesta bisogna prima accedere con SPID o CIE.');
    expect(posted(`/services/istanza-${tests}/requests`)).to.deep.equal([]);
  });

  it('says who signs and who applies where those are two, and sends only once that is confirmed', async () => {
    await begin();
    const page = await comeBack(stage.service.signIns.comeBack());
    await page.says(signedIn);
    page.question('Nome').type('Bruno');
    page.question('Cognome').type('Neri');
    await toSummary(page);
    await page.says('Firma Ada Rossi (SPID o CIE) Richiedente Bruno Neri');
    page.press('Invia');
    await page.says('Chi firma e chi è indicato come richiedente non sono la stessa cosa');
    const box = page.root.querySelector<HTMLInputElement>('#behalf')!;
    await until(() => page.focused === box, 'the focus on the box');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(posted(`/services/istanza-${tests}/requests`)).to.deep.equal([]);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    box.click();
    await until(() => !page.text.includes('Chi firma e chi'), 'the fault to be gone');
    page.press('Invia');
    await page.reach('La richiesta è arrivata.');
    const [sent] = posted(`/services/istanza-${tests}/requests`);
    const { answers, identity } = sent!.body as { answers: Record<string, string>; identity: string };
    expect([answers['nome'], answers['cognome']]).to.deep.equal(['Bruno', 'Neri']);
    expect(identity, 'and who has signed').to.match(/^[\w-]{43}$/);
  });

  /** The buttons that look like the thing to do. */
  const mainButtons = (page: SurveyPage): string[] => {
    const accent = getComputedStyle(page.root.querySelector('.review .outline')!).color;
    return [...page.root.querySelectorAll<HTMLElement>('button.button')]
      .filter((each) => each.checkVisibility() && getComputedStyle(each).backgroundColor === accent)
      .map((each) => each.textContent.trim());
  };

  it('has one main button in the summary before somebody has signed in: to do so', async () => {
    const page = await open();
    await sayWho(page);
    await toSummary(page);
    expect(mainButtons(page)).to.deep.equal([enter]);
  });

  it('has one main button in the summary afterwards: to send', async () => {
    await begin();
    const page = await comeBack(stage.service.signIns.comeBack());
    await page.says(signedIn);
    await toSummary(page);
    expect(mainButtons(page)).to.deep.equal(['Invia']);
  });

  it('stays on the page without a network, says why, and goes when asked again', async () => {
    stage.service.signIns.offer(ada);
    const page = await open();
    await sayWho(page);
    stage.service.network.offline();
    page.press(enter);
    await focusedSays(page, 'Per accedere serve la rete, e ora manca.');
    expect(stage.left).to.deep.equal([]);
    stage.service.network.restore();
    page.press(enter);
    await until(() => stage.left.length === 1, 'the page to be left');
  });

  it('completes the sign-in when the network that was missing on the way back is there again', async () => {
    await begin();
    const fragment = stage.service.signIns.comeBack();
    stage.service.network.offline({ path: '/sign-in/proofs' });
    const page = await comeBack(fragment);
    await focusedSays(page, 'Manca la rete per completare l’accesso.');
    expect(location.hash, 'the code is needed again').to.equal(`#${fragment}`);
    stage.service.network.restore();
    page.press('Completa l’accesso');
    await page.says(signedIn);
    expect(location.hash).to.equal('');
  });

  it('gets the same proof when the answer was lost', async () => {
    await begin();
    stage.service.network.loseResponse({ times: 1, path: '/sign-in/proofs' });
    const page = await comeBack(stage.service.signIns.comeBack());
    await page.says('Completa l’accesso');
    page.press('Completa l’accesso');
    await page.says(signedIn);
    expect(posted('/sign-in/proofs')).to.have.length(2);
  });

  for (const [reason, words] of [
    ['denied', 'Hai interrotto l’accesso. Non è cambiato nulla'],
    ['unavailable', 'In questo momento l’accesso con SPID o CIE non risponde.'],
    ['failed', 'L’accesso non è riuscito'],
    ['whatever', 'L’accesso non è riuscito'],
  ] as const) {
    it(`says what went wrong at the provider when it says “${reason}”, and keeps the draft`, async () => {
      await begin();
      const page = await comeBack(`cmto-sign-in-failed=${reason}`);
      await focusedSays(page, words);
      expect(location.hash).to.equal('');
      expect(page.question('Cognome').control.value).to.equal('Rossi');
      expect(posted('/sign-in/proofs')).to.deep.equal([]);
      expect(await axeViolations(page.element)).to.deep.equal([]);
    });
  }

  it('takes no code that was not begun here', async () => {
    await begin();
    const page = await comeBack(`cmto-sign-in=${'A'.repeat(43)}`);
    await focusedSays(page, 'L’accesso è scaduto prima di finire');
    expect(page.text).not.to.include(signedIn);
    expect(location.hash).to.equal('');
  });

  it('says that the sign-in of another tab was not taken, beside who has signed in', async () => {
    await begin();
    await (await comeBack(stage.service.signIns.comeBack())).says(signedIn);
    // It is taken out of the address last, and the next one is not to go with it.
    await until(() => location.hash === '', 'the code to leave the address');
    const page = await comeBack(`cmto-sign-in=${'A'.repeat(43)}`);
    await focusedSays(page, 'L’accesso è scaduto prima di finire, o è cominciato in un’altra pagina.');
    expect(page.text).to.include(signedIn);
    expect(posted('/sign-in/proofs')).to.have.length(1);
  });

  it('asks to sign in again when the proof has expired, before anything is sent', async () => {
    await begin();
    stage.service.signIns.offer(ada, -1000);
    const page = await comeBack(stage.service.signIns.comeBack());
    await until(() => posted('/sign-in/proofs').length === 1 && location.hash === '', 'the proof');
    await toSummary(page);
    page.press('Invia');
    await focusedSays(page, 'L’accesso è scaduto. Quello che hai scritto è ancora qui: accedi di nuovo.');
    expect(posted(`/services/istanza-${tests}/requests`)).to.deep.equal([]);
  });

  it('signs out, and the device keeps no proof', async () => {
    await begin();
    const page = await comeBack(stage.service.signIns.comeBack());
    await page.says(signedIn);
    page.press('Esci');
    await page.says('Accesso chiuso: per inviare la richiesta dovrai accedere di nuovo.');
    expect(JSON.stringify(await stage.store.all())).not.to.include('"proof"');
  });

  it('says that signing in is not active where the service has no provider', async () => {
    const page = await open();
    await sayWho(page);
    page.press(enter);
    await focusedSays(page, 'Per questo servizio l’accesso con SPID o CIE non è attivo adesso.');
    expect(stage.left).to.deep.equal([]);
  });

  it('keeps nothing on a shared device, so it offers no way out of the page', async () => {
    const service = formal();
    stage.service.services.publish(service);
    const page = stage.place('cmto-request-form', { slug: service.slug, 'shared-device': '' });
    await until(() => page.element.matches(':state(offline-ready)'), 'everything to be there');
    await sayWho(page);
    await page.says('Qui non resta nulla su questo dispositivo');
    expect(page.text).not.to.include(enter);
  });
});
