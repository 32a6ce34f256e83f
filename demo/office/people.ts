/** Somebody to sign in as in the trial. */
export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly taxCode: string;
}

/** Nobody there is; the tax codes hold, as the server asks. */
export const people: ReadonlyMap<string, Person> = new Map([
  ['ada', { givenName: 'Ada', familyName: 'Rossi', taxCode: 'RSSDAA80A41L219A' }],
  ['bruno', { givenName: 'Bruno', familyName: 'Bianchi', taxCode: 'BNCBRN75M12L219U' }],
  ['maria', { givenName: 'Maria', familyName: 'Ferrero', taxCode: 'FRRMRA90D55E379N' }],
]);
