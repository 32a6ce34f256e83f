import type { RegisterAdapter } from '../adapter.ts';

/** A queue for the protocol office: people download, register in their own system, and type the number. */
export function manualAdapter(): RegisterAdapter {
  const office = () => Promise.resolve({ kind: 'office' } as const);
  return {
    describe: () => ({
      name: 'manual',
      version: '1',
      capabilities: { attachments: true, annul: false, outgoing: true, search: false, maxBytes: Infinity },
    }),
    health: () => Promise.resolve({ state: 'up' }),
    register: office,
    addAttachment: office,
    registerOutgoing: office,
    annul: () => Promise.resolve({ kind: 'office' }),
    lookup: () => Promise.resolve({ kind: 'none' }),
    dailyRegister: () => Promise.resolve(undefined),
  };
}
