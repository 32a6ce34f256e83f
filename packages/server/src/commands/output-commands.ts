import type { CommandTable } from './command-options.ts';

export const outputUsage = `
  output add ID --title TITLE --link URL --date DATE --kind plan|act|agreement|report|other --department DEPARTMENT
                                            what the institution made; the same again changes it
  output list                               with how many contributions each has used
  output show ID [--json]                   the contributions that it has used
  output figures YEAR [--json]              KPI 5 of Action 1: inputs acknowledged or used, outputs that used some`;

export const outputCommands: CommandTable = {
  'output add': {
    operands: 1,
    options: ['title', 'link', 'date', 'kind', 'department'],
    run: async (context, [id], given) => (await import('./manage-outputs.ts')).addOutput(context, id!, given),
  },
  'output list': {
    operands: 0,
    run: async (context) => (await import('./manage-outputs.ts')).listOutputs(context),
  },
  'output show': {
    operands: 1,
    options: ['json'],
    run: async (context, [id], given) => (await import('./manage-outputs.ts')).showOutput(context, id!, given),
  },
  'output figures': {
    operands: 1,
    options: ['json'],
    run: async (context, [year], given) => (await import('./manage-outputs.ts')).showFigures(context, year!, given),
  },
};
