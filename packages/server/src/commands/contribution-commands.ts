import type { CommandTable } from './command-options.ts';

export const contributionUsage = `
  contribution list SLUG [--state STATE]    IDS below: public names of contributions, divided by commas
  contribution show SLUG ID
  contribution publish SLUG IDS [--text NOTE] --operator WHO
  contribution refuse SLUG IDS --reason REASON [--text NOTE] --operator WHO
                                            for one of the published reasons; the author is told on the receipt
  contribution restore SLUG IDS [--text NOTE] --operator WHO
  contribution answer SLUG IDS --outcome accepted|partly|not-accepted|not-pertinent --text REASONS [--link URL] --operator WHO
                                            one answer to one or to many alike
  contribution export SLUG --csv [--state STATE] [--out FILE]
                                            a spreadsheet with columns to write decisions and answers into
  contribution import SLUG FILE --operator WHO
                                            the spreadsheet, back: all of it or nothing
  contribution queue SLUG                   what waits for you to say where it stands in the new version of the document
  contribution place SLUG ID --section SECTION [--paragraph PARAGRAPH] --operator WHO
  contribution place SLUG ID --gone --operator WHO
                                            its text is not in the document any more
  contribution register-table SLUG --csv|--ods|--pdf --out FILE
                                            observations and counter-deductions, for the council act
  contribution used SLUG IDS --in OUTPUT [--part PART] --operator WHO
                                            an output has used them; PART: of the output
  contribution unused SLUG [--json]         published, and not used yet, with the age of each in days
  contribution erase SLUG ID --reason TEXT --act TEXT --operator WHO
                                            with its files and what the register tells of the person
  contribution invent DIR                   a trial's invented contributions, only where nobody has sent anything`;

export const contributionCommands: CommandTable = {
  'contribution list': {
    operands: 1,
    options: ['state'],
    run: async (context, [slug], { state }) =>
      (await import('./look-at-contributions.ts')).listContributions(context, slug!, state),
  },
  'contribution show': {
    operands: 2,
    run: async (context, [slug, id]) =>
      (await import('./look-at-contributions.ts')).showContribution(context, slug!, id!),
  },
  'contribution publish': {
    operands: 2,
    options: ['text', 'operator'],
    run: async (context, [slug, ids], given) =>
      (await import('./work-on-contributions.ts')).decideOn(context, 'publish', slug!, ids!, given),
  },
  'contribution refuse': {
    operands: 2,
    options: ['reason', 'text', 'operator'],
    run: async (context, [slug, ids], given) =>
      (await import('./work-on-contributions.ts')).decideOn(context, 'refuse', slug!, ids!, given),
  },
  'contribution restore': {
    operands: 2,
    options: ['text', 'operator'],
    run: async (context, [slug, ids], given) =>
      (await import('./work-on-contributions.ts')).decideOn(context, 'restore', slug!, ids!, given),
  },
  'contribution answer': {
    operands: 2,
    options: ['outcome', 'text', 'link', 'operator'],
    run: async (context, [slug, ids], given) =>
      (await import('./work-on-contributions.ts')).answer(context, slug!, ids!, given),
  },
  'contribution export': {
    operands: 1,
    options: ['csv', 'state', 'out'],
    run: async (context, [slug], given) =>
      (await import('./contribution-spreadsheet.ts')).exportSpreadsheet(context, slug!, given),
  },
  'contribution import': {
    operands: 2,
    options: ['operator'],
    run: async (context, [slug, file], given) =>
      (await import('./contribution-spreadsheet.ts')).importSpreadsheet(context, slug!, file!, given),
  },
  'contribution queue': {
    operands: 1,
    run: async (context, [slug]) => (await import('./position-contributions.ts')).listQueue(context, slug!),
  },
  'contribution place': {
    operands: 2,
    options: ['section', 'paragraph', 'gone', 'operator'],
    run: async (context, [slug, id], given) =>
      (await import('./position-contributions.ts')).place(context, slug!, id!, given),
  },
  'contribution register-table': {
    operands: 1,
    options: ['csv', 'ods', 'pdf', 'out'],
    run: async (context, [slug], given) =>
      (await import('./write-register-table.ts')).writeRegisterTable(context, slug!, given),
  },
  'contribution used': {
    operands: 2,
    options: ['in', 'part', 'operator'],
    run: async (context, [slug, ids], given) =>
      (await import('./use-contributions.ts')).markUsed(context, slug!, ids!, given),
  },
  'contribution unused': {
    operands: 1,
    options: ['json'],
    run: async (context, [slug], given) => (await import('./use-contributions.ts')).listUnused(context, slug!, given),
  },
  'contribution erase': {
    operands: 2,
    options: ['reason', 'act', 'operator'],
    run: async (context, [slug, id], given) =>
      (await import('./work-on-contributions.ts')).erase(context, slug!, id!, given),
  },
  'contribution invent': {
    operands: 1,
    run: async (context, [folder]) => (await import('./invent-contributions.ts')).inventContributions(context, folder!),
  },
};
