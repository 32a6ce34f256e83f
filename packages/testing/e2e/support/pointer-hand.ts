import type { AnswerableField, Answers, AnswerValue } from '@cmto/contract';
import type { Locator } from 'playwright-core';
import type { Citizen } from './citizen.ts';
import { type Hand, names, typedNumber, type Words } from './hand.ts';
import { pdf } from './sample-answers.ts';

/** A mouse or a finger: finds things by role and name, presses them, and types into boxes. */
export class PointerHand implements Hand {
  readonly #citizen: Citizen;
  readonly #words: Words;
  readonly #language: string;
  readonly #way: 'click' | 'tap';

  constructor(citizen: Citizen, words: Words, language: string, way: 'click' | 'tap') {
    this.#citizen = citizen;
    this.#words = words;
    this.#language = language;
    this.#way = way;
  }

  press(button: string | RegExp): Promise<void> {
    return this.#citizen.survey.getByRole('button', { name: button })[this.#way]();
  }

  answer(field: AnswerableField, value: AnswerValue): Promise<void> {
    return this.#answer(field, value, this.#citizen.survey);
  }

  /** Presses the words beside a radio or box, as a person does, and sees it marked. */
  async #mark(control: Locator): Promise<void> {
    if (await control.isChecked()) return;
    await control[this.#way]();
    if (!(await control.isChecked()))
      throw new Error(`not marked after a ${this.#way}: ${await control.ariaSnapshot()}`);
  }

  async #answer(field: AnswerableField, value: AnswerValue, scope: Locator): Promise<void> {
    // A quoted answer is the widget's to fill in: the question is found by its longest words beside it.
    const pieces = this.#words(field.label).split(/«?\{\{[^}]*\}\}»?:?/);
    const name = pieces.sort((one, other) => other.length - one.length)[0]!.trim();
    const set = scope.getByRole('group', { name }).or(scope.getByRole('radiogroup', { name })).first();
    const option = (id: string): string =>
      this.#words(('options' in field ? field.options : []).find((each) => each.value === id)!.label);
    const look = names[this.#language]!;
    switch (field.type) {
      case 'choice':
        if (typeof value === 'string') return this.#mark(set.getByRole('radio', { name: option(value) }).first());
        await this.#mark(set.getByRole('radio', { name: look.other, exact: true }));
        return set.getByRole('textbox').fill((value as { other: string }).other);
      case 'scale':
        return this.#mark(set.getByRole('radio').nth((value as number) - field.min));
      case 'yes-no':
        return this.#mark(set.getByRole('radio').nth(value ? 0 : 1));
      case 'choices':
        for (const each of value as string[])
          await this.#mark(set.getByRole('checkbox', { name: option(each) }).first());
        return;
      case 'consent':
        return this.#mark(scope.getByRole('checkbox', { name }));
      case 'dropdown':
        await scope.getByRole('combobox', { name }).selectOption(value as string);
        return;
      case 'number':
        return scope.getByRole('textbox', { name }).fill(typedNumber(value as number, this.#language));
      case 'matrix':
        for (const line of field.rows) {
          const cells = set.getByRole(field.multiple ? 'group' : 'radiogroup', { name: this.#words(line.label) });
          for (const cell of [(value as Record<string, string | string[]>)[line.value]!].flat()) {
            const column = this.#words(field.columns.find((each) => each.value === cell)!.label);
            await this.#mark(cells.getByRole(field.multiple ? 'checkbox' : 'radio', { name: column, exact: true }));
          }
        }
        return;
      case 'ranking':
        for (const each of value as string[]) {
          await set.getByRole('button', { name: `${look.add}${option(each)}`, exact: true })[this.#way]();
        }
        return;
      case 'allocation':
        for (const [id, share] of Object.entries(value as Record<string, number>)) {
          await set.getByRole('textbox', { name: option(id) }).fill(String(share));
        }
        return;
      case 'municipality':
        await scope.getByRole('combobox', { name }).pressSequentially('ivre');
        return scope.getByRole('option', { name: /^Ivrea/ })[this.#way]();
      case 'place':
        return set.getByRole('textbox', { name: look.address }).fill((value as { address: string }).address);
      case 'file': {
        const box = this.#citizen.field(field.id);
        await box.locator('input[type=file]').setInputFiles(pdf);
        return box.getByText(pdf.name).first().waitFor();
      }
      case 'group':
        return this.#rows(field, value as Answers[], set);
      default:
        return scope
          .getByLabel(name)
          .first()
          .fill(value as string);
    }
  }

  async #rows(field: AnswerableField & { type: 'group' }, rows: readonly Answers[], set: Locator): Promise<void> {
    for (const [index, answers] of rows.entries()) {
      const row = this.#citizen.field(field.id).locator(`[data-row="${index}"]`);
      if ((await row.count()) === 0)
        await set.getByRole('button', { name: names[this.#language]!.addRow })[this.#way]();
      for (const nested of field.fields) {
        const answer = answers[nested.id];
        if (answer !== undefined && nested.type !== 'note') await this.#answer(nested, answer, row);
      }
    }
  }
}
