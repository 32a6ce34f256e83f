/** Words of the hosted pages. Italian is the source: its keys are the ones there are. */
export const it = {
  'site.institution': 'Città metropolitana di Torino',
  'site.skip': 'Vai al contenuto',
  'site.languages': 'Lingua della pagina',
  'receipt.page-title': 'Ricevuta',
  'receipt.heading': 'La tua risposta è arrivata',
  'receipt.to': 'Questionario',
  'receipt.received-day': 'Arrivata il',
  'receipt.received-instant': 'Arrivata',
  'receipt.completed-day': 'Completata il',
  'receipt.completed-instant': 'Completata',
  'receipt.late': 'È arrivata dopo la chiusura, ma era stata completata in tempo: è stata accettata.',
  'receipt.code': 'Codice della ricevuta',
  'receipt.code-help': 'Chi ha questo codice può aprire questa pagina. Conservalo: non possiamo recuperarlo.',
  'receipt.id': 'Identificativo',
  'receipt.hash': 'Impronta del contenuto (SHA-256)',
  'receipt.hash-help': 'Serve a dimostrare che il contenuto conservato è quello che hai inviato.',
  'receipt.state': 'Stato',
  'receipt.state-received': 'Ricevuta e conservata',
  'receipt.privacy':
    'Per riservatezza questa pagina non mostra le risposte date. Puoi stamparla o salvarla come PDF dal browser.',
  'receipt.anonymous': 'Delle risposte anonime si conserva il giorno di arrivo, non l’ora.',
  'missing.page-title': 'Ricevuta non trovata',
  'missing.heading': 'Non c’è nessuna ricevuta con questo codice',
  'missing.check':
    'Controlla di aver copiato l’indirizzo per intero: il codice ha 26 lettere e cifre, senza O, I, L e U.',
  'missing.queued':
    'Se hai risposto senza rete, la risposta è ancora sul tuo dispositivo: parte da sola quando riapri una pagina del sito con la connessione, e solo allora c’è una ricevuta.',
  'missing.help': 'Se il codice è giusto, scrivi all’ufficio indicato nella pagina del questionario.',
} as const;

export type Key = keyof typeof it;
export type Words = Readonly<Record<Key, string>>;
