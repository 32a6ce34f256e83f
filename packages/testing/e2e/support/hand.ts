import type { AnswerableField, AnswerValue, LocalizedText } from '@cmto/contract';

/** How a person works the page: by mouse, by touch, by keyboard. */
export interface Hand {
  /** Gives one answer to a question that is shown. */
  answer(field: AnswerableField, value: AnswerValue): Promise<void>;
  /** Presses the button of that name. */
  press(button: string | RegExp): Promise<void>;
}

/** The definition's words in the language that the person reads. */
export type Words = (text: LocalizedText) => string;

/** Names of the interface that a person looks for, by language. */
export const names: Readonly<Record<string, { readonly [name in Name]: string }>> = {
  it: {
    yes: 'Sì',
    addRow: 'Aggiungi una riga',
    add: 'Aggiungi: ',
    more: 'Aumenta: ',
    address: 'Indirizzo',
    other: 'Altro',
  },
  en: { yes: 'Yes', addRow: 'Add a row', add: 'Add: ', more: 'Increase: ', address: 'Address', other: 'Other' },
  fr: {
    yes: 'Oui',
    addRow: 'Ajouter une ligne',
    add: 'Ajouter : ',
    more: 'Augmenter : ',
    address: 'Adresse',
    other: 'Autre',
  },
};
type Name = 'yes' | 'addRow' | 'add' | 'more' | 'address' | 'other';

/** What the person types for a number. */
export const typedNumber = (value: number, language: string): string =>
  String(value).replace('.', language === 'en' ? '.' : ',');
