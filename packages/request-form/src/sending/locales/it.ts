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

  'request.draft-saved': 'Bozza salvata alle {time} su questo dispositivo: parte solo quando premi Invia.',
  'request.draft-resumed': 'Abbiamo ritrovato la bozza del {when}: puoi continuare da dove eri.',
  'request.draft-unsaved':
    'Non è possibile salvare la bozza su questo dispositivo: tieni aperta la pagina finché non hai inviato.',
  'request.draft-nowhere':
    'Su questo dispositivo non resta nulla: se chiudi la pagina prima di inviare, quello che scrivi si perde.',
  'request.draft-delete': 'Cancella la bozza',
  'request.draft-delete-ask': 'Vuoi cancellare quello che hai scritto e i file scelti? Non si possono recuperare.',
  'request.draft-delete-yes': 'Sì, cancella',
  'request.draft-delete-no': 'No, conservala',
  'request.draft-deleted': 'Bozza cancellata.',
  'request.draft-failed': 'Il dispositivo non ha risposto: non è cambiato nulla. Riprova.',
  'request.draft-merged': 'Qui c’è anche quello che hai scritto in un’altra scheda: rileggi tutto prima di inviare.',
  'request.draft-missing':
    'Quello che vedi qui non è più conservato su questo dispositivo: forse l’hai inviato o cancellato da un’altra pagina. Se vai avanti, è un’altra integrazione, senza i file di prima.',
  'request.draft-deleted-elsewhere':
    'Quello che avevi scritto qui è stato cancellato, in un’altra scheda o dall’elenco di ciò che è conservato su questo dispositivo.',
  'request.draft-sent': 'Quello che avevi scritto qui è già partito da un’altra scheda.',
  'request.draft-sent-elsewhere':
    'L’integrazione è già partita da un’altra scheda. Quello che leggi qui ne è un’altra, senza file: se non serve, cancellala.',

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
  'request.missed':
    'Un messaggio che aspettava di partire non è più su questo dispositivo: forse un’altra pagina l’ha inviato o cancellato. Se è arrivato, lo trovi tra i messaggi.',
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
