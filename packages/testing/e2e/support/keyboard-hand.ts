import type { AnswerableField, Answers, AnswerValue } from '@cmto/contract';
import type { Citizen } from './citizen.ts';
import { type Hand, names, typedNumber, type Words } from './hand.ts';
import type { Focused, Keyboard } from './keyboard.ts';
import { pdf } from './sample-answers.ts';

type Line = { readonly value: string; readonly label: Parameters<Words>[0] };

/** Answers every kind of question without a mouse. */
export class KeyboardHand implements Hand {
  readonly keyboard: Keyboard;
  readonly #citizen: Citizen;
  readonly #words: Words;
  readonly #language: string;

  constructor(keyboard: Keyboard, citizen: Citizen, words: Words, language: string) {
    this.keyboard = keyboard;
    this.#citizen = citizen;
    this.#words = words;
    this.#language = language;
  }

  press(button: string | RegExp): Promise<void> {
    return this.keyboard.button(button);
  }

  answer(field: AnswerableField, value: AnswerValue): Promise<void> {
    return this.#answer(field, value, field.id);
  }

  async #answer(field: AnswerableField, value: AnswerValue, path: string): Promise<void> {
    const { keyboard } = this;
    const look = names[this.#language]!;
    const top = path.split('/')[0]!;
    const reach = (what: string, is: (focused: Focused) => boolean): Promise<Focused> =>
      keyboard.reach(`${what} of ${path}`, (focused) => focused.field === path && is(focused), top);
    const any = (): boolean => true;
    switch (field.type) {
      case 'choice':
        await reach('its radios', ({ role }) => role === 'radio');
        if (typeof value === 'string') return this.#choose(this.#label(field.options, value), 'ArrowDown');
        await this.#choose(look.other, 'ArrowDown');
        await keyboard.press('Tab');
        return keyboard.type((value as { other: string }).other);
      case 'yes-no':
        await reach('its radios', ({ role }) => role === 'radio');
        return this.#choose(value ? look.yes : '', 'ArrowDown');
      case 'scale':
        await reach('its radios', ({ role }) => role === 'radio');
        await keyboard.press('Space');
        return keyboard.press('ArrowRight', (value as number) - field.min);
      case 'choices':
        for (const each of value as string[]) {
          const label = this.#label(field.options, each);
          await reach(label, ({ role, name }) => role === 'checkbox' && name === label);
          await keyboard.press('Space');
        }
        return;
      case 'consent':
        await reach('its box', ({ role }) => role === 'checkbox');
        return keyboard.press('Space');
      case 'dropdown':
        await reach('its list', any);
        return this.#pick(this.#label(field.options, value as string));
      case 'matrix':
        return this.#grid(field, value as Record<string, string | string[]>, reach);
      case 'ranking':
        for (const each of value as string[]) {
          const label = `${look.add}${this.#label(field.options, each)}`;
          await reach(label, ({ name }) => name === label);
          await keyboard.press('Enter');
        }
        return;
      case 'allocation':
        return this.#share(field, value as Record<string, number>, reach);
      case 'municipality':
        await reach('its box', ({ role }) => role === 'combobox');
        await keyboard.type('ivre');
        await this.#citizen.field(path).getByRole('option').first().waitFor();
        await keyboard.press('ArrowDown');
        return keyboard.press('Enter');
      case 'place':
        return this.#place(value as { address?: string; lat?: number; lon?: number }, reach);
      case 'file':
        return this.#attach(path, reach);
      case 'group':
        return this.#rows(field, value as Answers[], reach);
      case 'number':
        await reach('its box', any);
        return keyboard.type(typedNumber(value as number, this.#language));
      case 'date':
        await reach('its box', any);
        return this.#date(value as string);
      case 'time':
        await reach('its box', any);
        return this.#time(value as string);
      default:
        await reach('its box', any);
        return keyboard.type(value as string);
    }
  }

  #label(lines: readonly Line[], value: string): string {
    return this.#words(lines.find((line) => line.value === value)!.label);
  }

  /** Marks the radio that has the focus, then goes on by arrows, which choose as they go, until the one wanted. */
  async #choose(label: string, arrow: string): Promise<void> {
    await this.keyboard.press('Space');
    for (let step = 0; step < 30; step += 1) {
      const { name, checked } = await this.keyboard.focused();
      if (!checked) throw new Error(`the radio “${name}” is not chosen by keyboard`);
      if (label === '' ? step === 1 : name === label || name.startsWith(`${label},`)) return;
      await this.keyboard.press(arrow);
    }
    throw new Error(`no radio “${label}” is reached by arrows`);
  }

  /** Goes down a list that has the focus until it shows these words. */
  async #pick(label: string): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      if ((await this.keyboard.focused()).value === label) return;
      await this.keyboard.press('ArrowDown');
    }
    throw new Error(`no “${label}” in the list`);
  }

  /** The parts stand in the order of the browser's own language, which the person sees. */
  async #date(value: string): Promise<void> {
    const [year, month, day] = value.split('-');
    for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      await this.keyboard.type(digits);
      if ((await this.keyboard.focused()).value === value) return;
      await this.keyboard.press('ArrowLeft', 2);
    }
    throw new Error(`${value} cannot be typed`);
  }

  /** Some browsers have twelve hours, and ask for the half of the day. */
  async #time(value: string): Promise<void> {
    await this.keyboard.type(value.replace(':', ''));
    if ((await this.keyboard.focused()).value !== value)
      await this.keyboard.type(Number.parseInt(value, 10) < 12 ? 'a' : 'p');
    if ((await this.keyboard.focused()).value !== value) throw new Error(`${value} cannot be typed`);
  }

  async #grid(
    field: AnswerableField & { type: 'matrix' },
    value: Record<string, string | string[]>,
    reach: Reach,
  ): Promise<void> {
    for (const [index, line] of field.rows.entries()) {
      for (const cell of [value[line.value]!].flat()) {
        const column = this.#label(field.columns, cell);
        const isHere = ({ row, role, name }: Focused): boolean =>
          row === String(index) && (role === 'radio' || (role === 'checkbox' && name === column));
        await reach(`row ${index}`, isHere);
        if (field.multiple) await this.keyboard.press('Space');
        else await this.#choose(column, 'ArrowRight');
      }
    }
  }

  /** The first shares are typed; the last one is given with the button beside it, as far as it goes. */
  async #share(
    field: AnswerableField & { type: 'allocation' },
    value: Record<string, number>,
    reach: Reach,
  ): Promise<void> {
    const shares = Object.entries(value);
    for (const [index, [id, share]] of shares.entries()) {
      const label = this.#label(field.options, id);
      if (index < shares.length - 1) {
        await reach(label, ({ role, name }) => role === 'textbox' && name === label);
        await this.keyboard.type(String(share));
      } else {
        const more = `${names[this.#language]!.more}${label}`;
        await reach(more, ({ name }) => name === more);
        await this.keyboard.press('Enter', 20);
      }
    }
  }

  async #place({ address, lat, lon }: { address?: string; lat?: number; lon?: number }, reach: Reach): Promise<void> {
    if (address !== undefined) {
      await reach('the address', ({ name }) => name.startsWith(names[this.#language]!.address));
      await this.keyboard.type(address);
    }
    if (lat === undefined || lon === undefined) return;
    await reach('the coordinates', ({ role }) => /disclosure/i.test(role));
    await this.keyboard.press('Enter');
    for (const number of [lat, lon]) {
      await this.keyboard.press('Tab');
      await this.keyboard.type(typedNumber(number, this.#language));
    }
  }

  async #attach(path: string, reach: Reach): Promise<void> {
    await reach('the button that chooses files', () => true);
    const chooser = this.#citizen.page.waitForEvent('filechooser');
    await this.keyboard.press('Enter');
    await (await chooser).setFiles(pdf);
    await this.#citizen.field(path).getByText(pdf.name).first().waitFor();
  }

  async #rows(field: AnswerableField & { type: 'group' }, rows: readonly Answers[], reach: Reach): Promise<void> {
    const look = names[this.#language]!;
    for (const [index, answers] of rows.entries()) {
      if (index > 0) {
        await reach(look.addRow, ({ name }) => name === look.addRow);
        await this.keyboard.press('Enter');
      }
      for (const nested of field.fields) {
        const answer = answers[nested.id];
        if (answer !== undefined && nested.type !== 'note') {
          await this.#answer(nested, answer, `${field.id}/${index}/${nested.id}`);
        }
      }
    }
  }
}

type Reach = (what: string, is: (focused: Focused) => boolean) => Promise<Focused>;
