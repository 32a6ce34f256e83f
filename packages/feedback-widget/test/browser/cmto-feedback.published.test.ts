import { axeViolations } from '@cmto/testing/axe';
import { aConsultation, aKey, anIdea } from '@cmto/testing/builders';
import { expect } from 'chai';
import { useFeedbackStage } from './support/feedback-stage.ts';
import { base } from './support/services.ts';

const { document: _, ...withoutDocument } = aConsultation();

describe('<cmto-feedback> and what others have contributed', () => {
  const stage = useFeedbackStage();

  /** Sends what the service publishes at once. */
  const contribute = async (slug: string, body: object): Promise<void> => {
    const answer = await fetch(`${base}/consultations/${slug}/contributions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      body: JSON.stringify(body),
    });
    expect(answer.status).to.equal(201);
  };
  const moderation = { ...withoutDocument.moderation, when: 'after' } as const;

  it('shows the ideas of others below the form, asks for them once, and lets one agree', async () => {
    const consultation = { ...withoutDocument, slug: 'idee-di-altri', kind: 'ideas', moderation } as const;
    stage.service.consultations.publish(consultation);
    await contribute(consultation.slug, anIdea({ testo: 'Un treno ogni quarto d’ora.' }));
    stage.service.received.length = 0;
    const page = await stage.open(consultation);
    await page.says('Un treno ogni quarto d’ora.');
    expect(page.headings).to.include('Le idee e i materiali pubblicati');
    page.press('Sono d’accordo');
    await page.says('D’accordo: 1 dispositivo');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    const asked = stage.service.received.filter(({ path }) => path.includes('/contributions?'));
    expect(asked.map(({ path }) => path)).to.deep.equal(['/consultations/idee-di-altri/contributions?limit=20']);
    page.press('Dimentica su questo dispositivo');
    await page.says('Dimenticato su questo dispositivo.');
  });

  it('shows below a document what was said on its sections, and goes on after it has left the page', async () => {
    const consultation = stage.publish({ moderation });
    const target = { documentVersion: 1, section: '2.1', quote: 'Una rete' };
    await contribute(consultation.slug, { ...anIdea({ testo: 'Sono poche.' }), target });
    const page = await stage.open(consultation);
    await page.says('Le osservazioni pubblicate');
    await page.says('Avete detto, abbiamo fatto');
    const { element } = page;
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    page.press('Leggi 1 osservazione');
    await page.says('Sono poche.');
    expect(await axeViolations(element)).to.deep.equal([]);
  });
});
