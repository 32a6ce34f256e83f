/** Words of the one page of ours that a person may meet on the way back. Italian is the source. */
export const it = {
  over: 'Questo accesso è scaduto o è già stato usato. Torna alla pagina della richiesta e accedi di nuovo: quello che hai scritto è ancora lì.',
} as const;

export type Words = Readonly<Record<keyof typeof it, string>>;
