/** How the real server breaks the protocol: a program of `server/test/broken`, loaded before it. */
export type Break = 'acknowledges-first' | 'stores-each-time' | 'spoils-files' | 'tells-other-numbers';

/** The settings of a server that is broken so. */
export const brokenBy = (way: Break): Readonly<Record<string, string>> => {
  // An address, since a path may have spaces.
  const program = new URL(`../../../../server/test/broken/${way}.ts`, import.meta.url).href;
  return { NODE_OPTIONS: `--import ${program}` };
};
