/** Messages of one language: key → words. `{name}` is replaced by a parameter; a plural has one entry per form. */
export type Messages = { readonly [key: string]: string | PluralForms };
/** Forms chosen by `Intl.PluralRules` on the parameter `n`; `other` is always there. */
export type PluralForms = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

export type Parameters = { readonly [name: string]: string | number };

/** Gives the words of a key in the widget's language; falls back to Italian, string by string. */
export type Translate = (key: string, parameters?: Parameters) => string;
