/** A list of accepted kinds for people: `.pdf`, `image/png`, `image/*` → "PDF, PNG, …" */
export const formatsOf = (accept: readonly string[], anyOf: (family: string) => string): string =>
  [
    ...new Set(
      accept.map((token) =>
        token.endsWith('/*') ? anyOf(token.slice(0, -2)) : token.replace(/^\.|^.*\/(x-|vnd\.)?/, '').toUpperCase(),
      ),
    ),
  ].join(', ');
