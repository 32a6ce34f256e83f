import type { Locator, Page } from 'playwright-core';

/** A person in front of a survey: does by role and name what is said, and reads what is shown. */
export class Citizen {
  readonly page: Page;
  readonly survey: Locator;

  constructor(page: Page, survey: Locator = page.locator('cmto-survey').first()) {
    this.page = page;
    this.survey = survey;
  }

  /** Opens a page of the demo and waits for the first question. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.survey
      .getByRole('group')
      .or(this.survey.getByRole('textbox'))
      .or(this.survey.getByRole('radiogroup'))
      .first()
      .waitFor();
  }

  /** The place of one question, shown or not. */
  field(id: string): Locator {
    return this.survey.locator(`[data-field="${id}"]`);
  }

  /** The set of controls under a question. */
  question(name: string | RegExp): Locator {
    return this.survey.getByRole('group', { name }).or(this.survey.getByRole('radiogroup', { name })).first();
  }

  async choose(question: string | RegExp, option: string | RegExp): Promise<void> {
    await this.question(question).getByRole('radio', { name: option }).check();
  }

  async tick(question: string | RegExp, ...options: (string | RegExp)[]): Promise<void> {
    for (const option of options) await this.question(question).getByRole('checkbox', { name: option }).check();
  }

  async write(question: string | RegExp, text: string): Promise<void> {
    await this.survey.getByRole('textbox', { name: question }).fill(text);
  }

  async press(button: string | RegExp): Promise<void> {
    await this.survey.getByRole('button', { name: button }).click();
  }

  heading(name: string | RegExp): Locator {
    return this.survey.getByRole('heading', { name });
  }

  /** Waits until the line says that the draft is on the device. */
  async saved(): Promise<void> {
    await this.survey.getByText(/Bozza salvata alle|Draft saved at|Brouillon enregistré à/).waitFor();
  }

  /** Waits until the widget says that the network may go. */
  async offlineReady(): Promise<void> {
    await this.survey
      .getByText(
        /Puoi continuare anche senza rete|You can go on without network|Vous pouvez continuer même sans réseau/,
      )
      .waitFor();
  }

  /** What holds the keyboard focus now: its role-like tag and accessible words, through shadow roots. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return `${at?.tagName.toLowerCase() ?? ''} ${at?.textContent?.trim().replace(/\s+/g, ' ') ?? ''}`.trim();
    });
  }
}
