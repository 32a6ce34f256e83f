import type { Page } from 'playwright-core';
import { Citizen } from './citizen.ts';

/** Somebody who asks for the documents of a plan: an *istanza*, which needs SPID or CIE. */
export class Applicant extends Citizen {
  constructor(page: Page) {
    super(page, page.locator('cmto-request-form'));
  }

  /** Up to the step where the request is described. */
  async sayWho(): Promise<void> {
    await this.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).check();
    await this.press('Avanti');
    await this.choose(/Chi presenta/, 'Una persona');
    await this.write(/^Nome/, 'Ada');
    await this.write(/^Cognome/, 'Rossi');
    await this.write(/^Indirizzo e-mail/, 'ada@example.it');
  }

  /** From there to the summary. */
  async sayWhat(file?: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.press('Avanti');
    await this.write(/Quale documento/, 'Relazione della variante 12');
    await this.choose(/Come lo vuoi/, 'Una copia digitale');
    await this.write(/Perché ti serve/, 'Confina con la mia casa.');
    if (file) {
      await this.field('interesse-documento').locator('input[type=file]').setInputFiles(file);
      await this.field('interesse-documento').getByText('Caricato').waitFor();
    }
    await this.press('Avanti');
    await this.heading('Controlla la richiesta').waitFor();
  }

  /** At the provider's page: one of the invented people. */
  async be(person: string): Promise<void> {
    await this.page.getByRole('heading', { name: 'Identità dimostrativa' }).waitFor();
    await this.page.getByRole('button', { name: person }).click();
  }

  /** Who the form says has signed in. */
  signedInAs(name: string) {
    return this.survey.getByText(`Hai effettuato l’accesso come ${name}`);
  }

  /** In the summary: who signs is not who applies, and confirms to act for them. */
  async actForThem(signer: string, applicant: string): Promise<void> {
    await this.survey
      .getByRole('definition')
      .filter({ hasText: `${signer} (SPID o CIE)` })
      .waitFor();
    await this.survey.getByRole('term').filter({ hasText: 'Richiedente' }).waitFor();
    await this.survey.locator('.behalf dd', { hasText: applicant }).waitFor();
    await this.survey.getByRole('checkbox', { name: /^Confermo: presento questa richiesta per conto/ }).check();
  }
}
