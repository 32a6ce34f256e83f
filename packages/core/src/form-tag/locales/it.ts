export default {
  'form.loading': 'Caricamento delle domande…',
  'form.minutes': { one: 'Tempo necessario: circa {n} minuto', other: 'Tempo necessario: circa {n} minuti' },
  'form.required-note': 'I campi contraddistinti dal simbolo asterisco (*) sono obbligatori.',
  'form.anonymous': 'Risposte anonime',
  'form.confidential': 'Risposte riservate',
  'form.privacy': 'Come trattiamo i dati',
  'form.step': 'Passo {current} di {total}',
  'form.steps': 'Passi del questionario',
  'form.review': 'Riepilogo',
  'form.next': 'Avanti',
  'form.send': 'Invia',
  'form.retry': 'Riprova',
  'form.part-missing':
    'Una parte del questionario non si è caricata. Controlla la connessione e premi di nuovo: le risposte sono al sicuro.',
  'form.unavailable': 'In questo momento il questionario non si carica.',
};
