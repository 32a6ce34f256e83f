import type { CommandContext } from './command.ts';

/** Every option of any command, as `parseArgs` takes them. */
export const options = {
  act: { type: 'string' },
  administration: { type: 'string' },
  area: { type: 'string' },
  at: { type: 'string' },
  classification: { type: 'string' },
  codebook: { type: 'boolean' },
  csv: { type: 'boolean' },
  date: { type: 'string' },
  department: { type: 'string' },
  file: { type: 'string', multiple: true },
  folder: { type: 'string' },
  gone: { type: 'boolean' },
  in: { type: 'string' },
  json: { type: 'boolean' },
  kind: { type: 'string' },
  link: { type: 'string' },
  ods: { type: 'boolean' },
  office: { type: 'string' },
  operator: { type: 'string' },
  out: { type: 'string' },
  outcome: { type: 'string' },
  paragraph: { type: 'string' },
  part: { type: 'string' },
  pdf: { type: 'boolean' },
  pec: { type: 'boolean' },
  reason: { type: 'string' },
  reference: { type: 'string' },
  'register-code': { type: 'string' },
  replace: { type: 'boolean' },
  section: { type: 'string' },
  sha256: { type: 'string' },
  state: { type: 'string' },
  target: { type: 'string' },
  text: { type: 'string' },
  title: { type: 'string' },
} as const;

/** What was given of them. */
export type Options = {
  -readonly [Name in keyof typeof options]?: (typeof options)[Name] extends { readonly multiple: true }
    ? string[]
    : (typeof options)[Name]['type'] extends 'boolean'
      ? boolean
      : string;
};

export interface Command {
  readonly operands: number;
  readonly options?: readonly (keyof Options)[];
  /** Loads what it needs by itself: a command is over before the rest would be read. */
  run(context: CommandContext, operands: readonly string[], options: Options): Promise<void>;
}

/** Commands by the words they begin with. */
export type CommandTable = Readonly<Record<string, Command>>;
