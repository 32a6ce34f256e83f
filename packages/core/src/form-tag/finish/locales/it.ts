export default {
  'form.step-done': 'Completato',
  'form.back': 'Indietro',
  'form.closes': 'Termine: {when}',
  'form.rome-time': 'ora di Roma',
  'form.end-of-day': 'fine giornata, ora di Roma',
  'form.unavailable-help':
    'Può dipendere dalla connessione o da un’interruzione del servizio. Riproviamo da soli tra poco.',
  'form.unavailable-draft': 'Se hai già iniziato a rispondere, la bozza è al sicuro su questo dispositivo.',
  'form.unavailable-editor': 'Per chi cura la pagina: non risponde il servizio all’indirizzo {base}.',
  'form.unavailable-origin':
    'Per chi cura la pagina: il servizio all’indirizzo {base} non risponde, oppure non accetta le pagine di {origin}. Chi lo gestisce può ammetterle.',
  'form.unavailable-version': 'L’indirizzo comprende la versione: di solito finisce con /api/v1.',
  'form.answered':
    'Da questo dispositivo è già partita una risposta, ricevuta il {day}. Qui sotto puoi darne un’altra.',
  'form.forget': 'Togli da questo dispositivo',
  'form.sent-elsewhere':
    'Questa bozza è stata inviata da un’altra scheda: ciò che scrivi qui diventa una nuova risposta.',
  'form.files-gone': 'I file sono partiti con quella: se servono anche qui, allegali di nuovo.',
  'form.other-version':
    'Un’altra scheda continua questa bozza con un’altra versione delle domande: da qui vai avanti con una bozza a parte. L’altra è nell’elenco di ciò che è conservato su questo dispositivo.',
  'form.files-apart': 'I file sono rimasti con quella: se servono anche qui, allegali di nuovo.',
  'form.conflict': 'Hai risposto alla stessa domanda in due schede. Scegli la risposta da tenere, poi invia.',
  'form.conflict-here': 'Nel questionario',
  'form.conflict-there': 'Dall’altra scheda',
  'form.conflict-keep': 'Tieni quella del questionario',
  'form.conflict-take': 'Usa quella dell’altra scheda',
  'form.merged': 'Qui c’è anche ciò che hai scritto in un’altra scheda: controlla prima di inviare.',
  'form.still-queued': 'Ancora nessuna risposta dal servizio (ore {time}).',
  'form.waiting': 'La risposta che hai già inviato è al sicuro su questo dispositivo e partirà da sola.',
  'form.languages': 'Lingua del questionario',
  'form.privacy-link': 'Leggi l’informativa completa',
  'form.retention-years': {
    one: 'Conserviamo le risposte per {n} anno.',
    other: 'Conserviamo le risposte per {n} anni.',
  },
  'form.retention': {
    one: 'Conserviamo le risposte per {n} giorno.',
    other: 'Conserviamo le risposte per {n} giorni.',
  },
  'form.saved': 'Bozza salvata alle {time} su questo dispositivo',
  'form.save-failed':
    'Non è possibile salvare la bozza su questo dispositivo: tieni aperta la pagina finché non hai inviato.',
  'form.not-kept':
    'Su questo dispositivo non resta nulla: se chiudi la pagina prima di inviare, le risposte si perdono.',
  'form.resumed': 'Abbiamo ritrovato la bozza del {when}: puoi continuare da dove eri.',
  'form.device-failed': 'Il dispositivo non ha risposto: non è cambiato nulla. Riprova.',
  'form.offline-ready': 'Puoi continuare anche senza rete.',
  'form.delete': 'Cancella la bozza',
  'form.delete-ask': 'Vuoi cancellare tutte le risposte date finora? Non si possono recuperare.',
  'form.delete-yes': 'Sì, cancella',
  'form.delete-no': 'No, conservale',
  'form.deleted': 'Bozza cancellata.',
  'form.deleted-elsewhere':
    'Quello che avevi scritto qui è stato cancellato, in un’altra scheda o dall’elenco di ciò che è conservato su questo dispositivo.',
  'form.missing':
    'Quello che vedi qui non è più conservato su questo dispositivo: forse l’hai cancellato da un’altra pagina. Se continui a scrivere, viene salvato di nuovo.',
  'form.sent-not-deleted':
    'La bozza non è stata cancellata: l’hai già inviata da un’altra scheda, ed è arrivata. La ricevuta è sopra le domande.',
  'form.queued-not-deleted': 'La bozza non è stata cancellata: in un’altra scheda hai già premuto Invia.',
  'form.no-slug': 'Qui manca il nome del questionario.',
  'form.no-slug-help':
    'Per chi cura la pagina: aggiungi l’attributo slug, per esempio <cmto-survey slug="questionario-psm">.',
  'form.no-api': 'Qui l’indirizzo del servizio manca o non è valido.',
  'form.no-api-help': 'Per chi cura la pagina: carica lo script del kit dal suo server, oppure indica l’attributo api.',
  'form.not-found': 'Questo questionario non c’è.',
  'form.not-found-help':
    'Forse è stato rimosso o il suo nome è cambiato. Cerca il questionario nel sito, o scrivi all’ufficio che lo ha pubblicato. Per chi cura la pagina: nessun questionario pubblicato si chiama «{slug}».',
  'form.not-open': 'Il questionario non è ancora aperto.',
  'form.not-open-help': 'Apertura: {when}.',
  'form.closed': 'Il questionario è chiuso.',
  'form.closed-help':
    'Il termine per rispondere era: {when}. Grazie a chi ha partecipato: i risultati saranno resi noti in questo sito.',
  'form.closed-draft': 'Su questo dispositivo c’è una bozza che non è stata inviata.',
  'form.colon': ':',
  'form.errors': { one: 'C’è {n} risposta da sistemare', other: 'Ci sono {n} risposte da sistemare' },
  'form.clear-choice': 'Cancella la scelta',
  'form.choice-cleared': 'Scelta cancellata.',
  'form.review-title': 'Controlla le risposte',
  'form.review-help': 'Rileggi le risposte: puoi ancora modificarle. Quando è tutto a posto, premi Invia.',
  'form.change': 'Modifica',
  'form.change-page': 'Modifica: {page}',
  'form.unanswered': 'Nessuna risposta',
  'form.yes': 'Sì',
  'form.no': 'No',
  'form.sending': 'Invio in corso…',
  'form.in-line': 'Altri invii sono in corso da qui: questo parte subito dopo.',
  'form.sending-files': {
    one: 'C’è ancora {n} file da inviare: può volerci qualche minuto.',
    other: 'Ci sono ancora {n} file da inviare: può volerci qualche minuto.',
  },
  'form.sending-leave':
    'Meglio tenere aperta questa pagina. Se la chiudi, la risposta resta su questo dispositivo e parte quando riapri una pagina di questo sito.',
  'form.sending-stay': 'Tieni aperta questa pagina: se la chiudi, la risposta non parte.',
  'form.queued': 'La risposta è salvata su questo dispositivo, ma non è ancora partita.',
  'form.no-answer': 'In questo momento la rete o il servizio non rispondono.',
  'form.queued-help':
    'Partirà da sola appena possibile, o quando aprirai una pagina di questo sito: non serve compilare di nuovo.',
  'form.queued-memory': 'La risposta non è ancora partita.',
  'form.queued-memory-help':
    'Su questo dispositivo non possiamo conservarla: tieni aperta questa pagina, partirà da sola appena possibile.',
  'form.send-now': 'Prova a inviare adesso',
  'form.submitted': 'Grazie: la risposta è arrivata.',
  'form.received-at': 'Ricevuta il {when}.',
  'form.received-on': 'Ricevuta il {day}.',
  'form.late': 'È arrivata dopo la chiusura, ma risulta completata in tempo: è stata accettata.',
  'form.code': 'Codice della ricevuta',
  'form.code-help':
    'Con questo codice puoi rivedere la ricevuta. Chi lo conosce può vederla: conservalo con cura. Nella ricevuta non ci sono le risposte.',
  'form.copy': 'Copia il codice',
  'form.copied': 'Codice copiato.',
  'form.copy-failed': 'Non è possibile copiare da qui: seleziona il codice e copialo.',
  'form.open-receipt': 'Apri la ricevuta',
  'form.print': 'Stampa',
  'form.download': 'Scarica le tue risposte',
  'form.download-name': 'risposte',
  'form.copy-here':
    'Se il file non è stato salvato, è la pagina intorno a questo riquadro che non lo permette. Ecco lo stesso testo, da selezionare e copiare.',
  'form.receipt-here':
    'Se non si è aperto nulla, è la pagina intorno a questo riquadro che non lo permette. Copia questo indirizzo e aprilo in un’altra scheda: lì trovi la ricevuta e puoi stamparla.',
  'form.answer-again': 'Compila un’altra risposta',
  'form.attention': 'La risposta non è stata accettata.',
  'form.attention-kept': 'Le risposte sono ancora su questo dispositivo: nulla è andato perso.',
  'form.attention-memory': 'Le risposte sono ancora in questa pagina, ma solo qui: se la chiudi, vanno perse.',
  'form.correct': 'Correggi e invia di nuovo',
  'form.send-as-new': 'Invia come nuova risposta',
  'form.save-copy': 'Salva una copia',
  'form.changed-version':
    'Il questionario è stato aggiornato dopo l’inizio della bozza. Le risposte sono state riportate; controllale prima di inviare.',
  'form.set-aside':
    'Queste risposte non hanno più una domanda corrispondente. Non verranno inviate; le trovi qui, per copiarle:',
};
