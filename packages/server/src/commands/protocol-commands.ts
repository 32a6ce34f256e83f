import type { CommandTable } from './command-options.ts';

export const protocolUsage = `
  department register DEPARTMENT ADAPTER    where its documents are registered: embedded, manual, pec, webhook
    [--register-code C] [--administration IPA] [--area IPA] [--office IPA]
    [--classification TEXT] [--folder TEXT] [--target ADDRESS]
  department webhook-key DEPARTMENT         the key by which the register at the other end knows us
  protocol list                             what has no official number yet
  protocol document DOCUMENT DIR            everything that a registration needs; DOCUMENT is a key, or as 2026/0000123
  protocol number DOCUMENT REGISTER NUMBER DATE --operator WHO [--pec]
                                            --pec: the same came by certified mail, and has its number from there
  protocol annulled DOCUMENT --operator WHO its annulment, which the list names, was entered in the register
  protocol reply FILE --operator WHO        enters a receipt of certified mail (.eml): accepted, delivered, or not
  protocol match FILE                       which documents a message (.eml) or file that arrived otherwise is
  protocol retry DOCUMENT|all               tries again what has failed
  protocol health                           whether the departments' registers answer`;

export const protocolCommands: CommandTable = {
  'department register': {
    operands: 2,
    options: ['register-code', 'administration', 'area', 'office', 'classification', 'folder', 'target'],
    run: async (context, [department, adapter], given) =>
      (await import('./department-register.ts')).setRegister(context, department!, adapter!, given),
  },
  'department webhook-key': {
    operands: 1,
    run: async (context, [department]) =>
      (await import('./department-register.ts')).showWebhookKey(context, department!),
  },
  'protocol list': { operands: 0, run: async (context) => (await import('./protocol-queue.ts')).list(context) },
  'protocol document': {
    operands: 2,
    run: async (context, [document, folder]) =>
      (await import('./protocol-document.ts')).writeDocument(context, document!, folder!),
  },
  'protocol number': {
    operands: 4,
    options: ['operator', 'pec'],
    run: async (context, typed, given) =>
      (await import('./protocol-queue.ts')).number(context, typed as [string, string, string, string], given),
  },
  'protocol annulled': {
    operands: 1,
    options: ['operator'],
    run: async (context, [document], given) =>
      (await import('./protocol-queue.ts')).annulled(context, document!, given),
  },
  'protocol reply': {
    operands: 1,
    options: ['operator'],
    run: async (context, [file], given) => (await import('./protocol-queue.ts')).reply(context, file!, given),
  },
  'protocol match': {
    operands: 1,
    run: async (context, [file]) => (await import('./protocol-queue.ts')).match(context, file!),
  },
  'protocol retry': {
    operands: 1,
    run: async (context, [document]) => (await import('./protocol-queue.ts')).retry(context, document!),
  },
  'protocol health': {
    operands: 0,
    run: async (context) => (await import('./department-register.ts')).showHealth(context),
  },
};
