export default {
  'survey.loading': 'Caricamento delle domande…',
  'survey.minutes': { one: 'Tempo necessario: circa {n} minuto', other: 'Tempo necessario: circa {n} minuti' },
  'survey.required-note': 'I campi contraddistinti dal simbolo asterisco (*) sono obbligatori.',
  'survey.anonymous': 'Risposte anonime',
  'survey.confidential': 'Risposte riservate',
  'survey.privacy': 'Come trattiamo i dati',
  'survey.step': 'Passo {current} di {total}',
  'survey.steps': 'Passi del questionario',
  'survey.step-done': 'Completato',
  'survey.review': 'Riepilogo',
  'survey.back': 'Indietro',
  'survey.next': 'Avanti',
  'survey.send': 'Invia',
  'survey.retry': 'Riprova',
  'survey.part-missing':
    'Una parte del questionario non si è caricata. Controlla la connessione e premi di nuovo: le risposte sono al sicuro.',
  'survey.unavailable': 'In questo momento il questionario non si carica.',
};
