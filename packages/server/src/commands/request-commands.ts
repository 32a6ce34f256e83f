import type { CommandTable } from './command-options.ts';

export const requestUsage = `
  request list [--state STATE]              REQUEST below: its number as 2026/0000123, or its id
  request show REQUEST
  request take REQUEST --operator WHO
  request ask REQUEST --text TEXT [--file FILE …] [--at INSTANT] --operator WHO
                                            asks for what is missing, by then; the clock stands still
  request message REQUEST --text TEXT [--file FILE …] --operator WHO
  request close REQUEST --outcome accepted|partly|refused|archived --text REASONS [--file FILE …] --operator WHO
  request annul REQUEST --reason TEXT --act TEXT --operator WHO
                                            annuls the registration by another row; the request is archived
  request erase REQUEST --reason TEXT --act TEXT --operator WHO
                                            with its files and what the register tells of the person
  request deadlines                         tells whoever is due to be told that a deadline has passed`;

export const requestCommands: CommandTable = {
  'request list': {
    operands: 0,
    options: ['state'],
    run: async (context, _, { state }) => (await import('./look-at-requests.ts')).listRequests(context, state),
  },
  'request show': {
    operands: 1,
    run: async (context, [typed]) => (await import('./look-at-requests.ts')).showRequest(context, typed!),
  },
  'request take': {
    operands: 1,
    options: ['operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).take(context, typed!, given),
  },
  'request ask': {
    operands: 1,
    options: ['text', 'file', 'at', 'operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).ask(context, typed!, given),
  },
  'request message': {
    operands: 1,
    options: ['text', 'file', 'operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).message(context, typed!, given),
  },
  'request close': {
    operands: 1,
    options: ['outcome', 'text', 'file', 'operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).close(context, typed!, given),
  },
  'request annul': {
    operands: 1,
    options: ['reason', 'act', 'operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).annul(context, typed!, given),
  },
  'request erase': {
    operands: 1,
    options: ['reason', 'act', 'operator'],
    run: async (context, [typed], given) => (await import('./work-on-requests.ts')).erase(context, typed!, given),
  },
  'request deadlines': {
    operands: 0,
    run: async (context) => (await import('./work-on-requests.ts')).deadlines(context),
  },
};
