import type { Finding, Wrong } from './judge.ts';

/** How many answers are in trouble, by what has become of them; each counts once. */
export interface Losses {
  readonly lost: number;
  readonly twice: number;
  readonly altered: number;
}

const kinds: Readonly<Record<keyof Losses, readonly Wrong[]>> = {
  lost: ['lost', 'acknowledged-not-stored', 'undelivered'],
  twice: ['twice'],
  altered: ['altered', 'half-stored'],
};

/** Counts what a verdict has found, as the figures to be reached are told. */
export const lossesIn = (findings: readonly Finding[]): Losses => {
  const count = (kind: keyof Losses): number =>
    new Set(findings.filter(({ wrong }) => kinds[kind].includes(wrong)).map(({ key }) => key)).size;
  return { lost: count('lost'), twice: count('twice'), altered: count('altered') };
};
