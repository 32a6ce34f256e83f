/** What a page's scripts may have left on `Object.prototype`. */
export interface Pollution {
  readonly name: string;
  readonly properties: { readonly [key: string]: unknown };
}

/** Names the rules read, with values that would turn a decision round. */
export const pollutions: readonly Pollution[] = [
  {
    name: 'settings of fields',
    properties: {
      required: true,
      requiredIf: { field: 'f0', op: 'not-answered' },
      minLength: 99,
      maxLength: 0,
      min: 4,
      max: -4,
      step: 7,
      multiple: true,
    },
  },
  {
    name: 'conditions',
    properties: {
      visibleIf: { not: { all: [] } },
      field: 'f0',
      op: 'answered',
      value: 'o1',
      all: [],
      any: [],
      not: { all: [] },
    },
  },
  {
    name: 'options',
    properties: {
      options: [],
      other: true,
      exclusive: true,
      maxSelected: 0,
      minSelected: 9,
      minRanked: 9,
      maxRanked: 0,
      total: 5,
    },
  },
  {
    name: 'answers',
    properties: { answers: {}, f0: 'o1', f1: true, f2: ['o1'], lat: 45, lon: 7, address: 'x', r1: 'c1', o1: 3 },
  },
  { name: 'numbers', properties: { 0: 'zero', 1: 'one', 2: 'two', 12: 31, length: 3 } },
  {
    name: 'groups and files',
    properties: { fields: [], minRows: 9, maxRows: 0, maxFiles: 0, kind: 'company', pages: [] },
  },
  {
    name: 'methods',
    properties: {
      toJSON: () => 'polluted',
      get: () => 'x',
      set: () => undefined,
      map: 1,
      every: 1,
      has: () => true,
      then: undefined,
    },
  },
];

/** Runs something while `Object.prototype` carries the properties, both enumerable ones and locked ones. */
export const withPollution = <T>({ properties }: Pollution, enumerable: boolean, run: () => T): T => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const names = Object.keys(properties);
  // Descriptors without a prototype: `get` and `set` are among what is put there.
  for (const name of names) {
    Object.defineProperty(
      prototype,
      name,
      Object.assign(Object.create(null), {
        value: properties[name],
        enumerable,
        // A locked number would break every list on the page, the engine's own `push` included.
        writable: /^\d/.test(name),
        configurable: true,
      }),
    );
  }
  try {
    return run();
  } finally {
    for (const name of names) delete prototype[name];
  }
};
