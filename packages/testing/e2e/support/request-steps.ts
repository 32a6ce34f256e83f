import type { Page } from 'playwright-core';
import { Citizen } from './citizen.ts';
import type { Site } from './site.ts';

/** A person in front of each tag of requests. */
export const filling = (page: Page): Citizen => new Citizen(page, page.locator('cmto-request-form'));
export const following = (page: Page): Citizen => new Citizen(page, page.locator('cmto-request-status'));

/** A request as a program would send it, without a page: its receipt's code, and its number in the register. */
export const sendRequest = async (site: Site): Promise<{ code: string; number: string }> => {
  const { version } = (await (await fetch(`${site.url}/api/v1/services/problemi-piattaforma`)).json()) as {
    version: number;
  };
  const response = await fetch(`${site.url}/api/v1/services/problemi-piattaforma/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      formVersion: version,
      language: 'it',
      answers: { privacy: true, problema: 'errore', descrizione: 'La pagina non si apre.' },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  const { receiptCode, register } = (await response.json()) as {
    receiptCode: string;
    register: { year: number; number: string };
  };
  return { code: receiptCode, number: `${register.year}/${register.number}` };
};
