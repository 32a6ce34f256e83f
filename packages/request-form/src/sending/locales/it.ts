export default {
  'request.add': 'Aggiungi qualcosa alla richiesta',
  'request.add-text': 'Il tuo messaggio',
  'request.add-files': 'Documenti',
  'request.add-send': 'Invia',
  'request.add-empty': 'Scrivi un messaggio o allega un file.',
  'request.add-long': {
    one: 'Accorcia il messaggio di {n} carattere.',
    other: 'Accorcia il messaggio di {n} caratteri.',
  },
  'request.add-failed':
    'Non si è potuto preparare l’invio su questo dispositivo. Quello che hai scritto è ancora qui: riprova.',
  'request.no-files':
    'In questo momento i file non si possono allegare: ricarica la pagina quando la connessione è tornata.',

  'request.withdraw': 'Ritira la richiesta',
  'request.withdraw-ask':
    'Se la ritiri, l’ufficio non la esamina più e il procedimento si chiude. Non si può tornare indietro: in seguito puoi inviarne un’altra.',
  'request.withdraw-why': 'Motivo (se vuoi)',
  'request.withdraw-yes': 'Sì, ritira la richiesta',
  'request.erase': 'Chiedi la cancellazione dei tuoi dati',
  'request.erase-ask':
    'L’ufficio risponde entro un mese. Può dover conservare ciò che la legge impone, come le registrazioni del protocollo (articolo 17, paragrafo 3, del regolamento UE 2016/679).',
  'request.erase-yes': 'Sì, chiedi la cancellazione',
  'request.no': 'No, torna indietro',

  'request.waiting': 'Non ancora partito da questo dispositivo',
  'request.waiting-kept': 'È al sicuro su questo dispositivo e parte da solo appena la rete o il servizio rispondono.',
  'request.waiting-memory': 'Tieni aperta questa pagina: se la chiudi, non parte.',
  'request.waiting-now': 'Prova a inviare adesso',
  'request.waiting-still': 'Ancora nessuna risposta dal servizio.',
  'request.waiting-discard': 'Non inviarlo',
  'request.refused': 'Il servizio non l’ha accettato. Quello che avevi scritto:',
  'request.kind-addition': 'Integrazione',
  'request.kind-withdrawal': 'Ritiro della richiesta',
  'request.kind-erasure': 'Richiesta di cancellazione dei dati',
  'request.kind-of': '{kind}: {title}',
  'request.sending': 'Invio in corso…',
  'request.sent-addition': 'Arrivato: l’ufficio ha ricevuto la tua integrazione.',
  'request.sent-withdrawal': 'La richiesta è ritirata.',
  'request.sent-erasure': 'L’ufficio ha ricevuto la tua richiesta di cancellazione.',

  // What is chosen here is on its way only once the message is.
  'field.file-done': 'Pronto: parte quando premi Invia',
  'field.file-stored': '{name}: pronto',
};
