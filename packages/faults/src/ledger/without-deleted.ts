import type { Verdict } from './judge.ts';

/**
 * The verdict without what a browser has deleted with its whole database, by its own log: Chromium does so when a kill
 * has torn the last record of its write-ahead log (google/leveldb#1287), and no page can hinder it. What is still asked
 * of the device is that it says so: of answers that had not been sent, `said` have to be at least as many as are lost.
 */
export const withoutDeleted = (verdict: Verdict, gone: ReadonlySet<string>, said: number): Verdict => {
  const { findings } = verdict;
  const lost = findings.filter(({ wrong, key }) => wrong === 'lost' && gone.has(key));
  if (lost.length > said) return verdict;
  const isExcused = ({ wrong, key }: (typeof findings)[number]): boolean =>
    gone.has(key) && (wrong === 'lost' || wrong === 'undelivered');
  return { ...verdict, findings: findings.filter((finding) => !isExcused(finding)) };
};
