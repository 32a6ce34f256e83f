import type { Messages } from '@cmto/core/i18n/translate';

export default {
  'feedback.comment': 'Scrivi su questa parte',
  'feedback.comment-on': 'Scrivi su questa parte: {section}',
  'feedback.go-on': 'Riprendi la bozza',
  'feedback.go-on-on': 'Riprendi la bozza: {section}',
  'feedback.waiting': 'Già scritto: in attesa di invio',
  'feedback.waiting-on': 'Già scritto, in attesa di invio: {section}',
  'feedback.whole': 'Scrivi su tutto il documento',
  'feedback.go-on-whole': 'Riprendi la bozza su tutto il documento',
  'feedback.comment-passage': 'Scrivi su questo passo',
  'feedback.about': 'La tua osservazione su: {section}',
  'feedback.about-whole': 'La tua osservazione su tutto il documento',
  'feedback.close': 'Chiudi',
  'feedback.back': 'Torna al documento',
  'feedback.quoted': 'Passo citato',
  'feedback.unquote': 'Togli il passo citato',
  'feedback.which': 'A che cosa ti riferisci?',
  'feedback.whole-section': 'A tutta la sezione',
  'feedback.chosen-passage': 'Al passo selezionato',
  'feedback.gone':
    'La parte su cui stai scrivendo non è più in questa pagina: forse il documento è stato aggiornato. Quello che hai scritto resta qui e puoi ancora inviarlo.',
  'feedback.orphan':
    'Su questo dispositivo c’è una bozza su una parte che nel documento non c’è più. Il testo è conservato:',
  'feedback.orphan-go-on': 'Continua come osservazione su tutto il documento',
  'feedback.outline': 'Indice del documento',
  'feedback.search': 'Cerca nel testo',
  'feedback.search-go': 'Cerca',
  'feedback.found': { one: '{n} punto trovato', other: '{n} punti trovati' },
  'feedback.print': 'Stampa il documento',
  'feedback.sections': 'Scegli la parte su cui scrivere',
  'feedback.other-sections': 'Parti che non sono in questa pagina',
  'feedback.attached':
    'Nel documento di questa pagina, sotto ogni titolo, c’è un pulsante per scrivere su quella parte. Puoi anche selezionare un passo.',
  'feedback.open-document': 'Apri il documento',
  'feedback.no-document': 'In questa pagina non si trova il testo del documento: scegli la parte dall’elenco.',
  'feedback.no-document-help':
    'Per chi cura la pagina: nell’attributo for, «{selector}» non indica nessun elemento. Scrivi per esempio for="#contenuto".',
  'feedback.grace-hours': {
    one: 'Se finisci entro il termine ma la rete manca, il tuo contributo è accettato fino a {n} ora dopo.',
    other: 'Se finisci entro il termine ma la rete manca, il tuo contributo è accettato fino a {n} ore dopo.',
  },
  'feedback.grace-minutes': {
    one: 'Se finisci entro il termine ma la rete manca, il tuo contributo è accettato fino a {n} minuto dopo.',
    other: 'Se finisci entro il termine ma la rete manca, il tuo contributo è accettato fino a {n} minuti dopo.',
  },
  'feedback.rules': 'Come si pubblicano i contributi',
  'feedback.published-before': 'L’ufficio legge ogni contributo prima di pubblicarlo.',
  'feedback.published-after':
    'I contributi si pubblicano subito; l’ufficio legge prima quelli che potrebbero contenere dati personali o spam.',
  'feedback.reasons': 'Un contributo non si pubblica solo per uno di questi motivi:',
  'feedback.registered': 'Ogni contributo è iscritto in un registro: la ricevuta ne porta il numero.',
  'feedback.personal': {
    one: 'Nel testo c’è un dato personale',
    other: 'Nel testo ci sono {n} dati personali',
  },
  'feedback.personal-tax-code': 'Codice fiscale',
  'feedback.personal-iban': 'IBAN',
  'feedback.personal-phone': 'Numero di telefono',
  'feedback.personal-email': 'Indirizzo e-mail',
  'feedback.personal-help':
    'Il testo può essere pubblicato: togli i dati personali, se non servono. Se premi Invia così com’è, prima di pubblicarlo lo legge l’ufficio. Questo controllo avviene solo su questo dispositivo.',
  'feedback.start-from-quote': 'Parti dal passo citato',
  'feedback.change': 'Prima e dopo',
  'feedback.unchanged': 'Il testo è uguale al passo citato: scrivi sopra che cosa cambieresti.',
  'feedback.removed': 'tolto:',
  'feedback.added': 'aggiunto:',
  'feedback.change-end': 'fine della modifica',
  'feedback.number': 'Numero di registro',
  'feedback.number-help':
    'Registro interno delle ricevute: il numero è provvisorio e non sostituisce il protocollo ufficiale.',
  'feedback.next-before':
    'Che cosa succede ora: l’ufficio legge il contributo, lo pubblica e risponde. La ricevuta dice a che punto è.',
  'feedback.next-after':
    'Che cosa succede ora: il contributo si pubblica e l’ufficio risponde. La ricevuta dice a che punto è.',

  'form.loading': 'Caricamento della consultazione…',
  'form.confidential': 'I nomi delle persone non si pubblicano',
  'form.anonymous': 'Contributi anonimi',
  'form.steps': 'Passi del contributo',
  'form.part-missing':
    'Una parte della consultazione non si è caricata. Controlla la connessione e premi di nuovo: quello che hai scritto è al sicuro.',
  'form.unavailable': 'In questo momento la consultazione non si carica.',
  'form.unavailable-draft': 'Se hai già iniziato a scrivere, la bozza è al sicuro su questo dispositivo.',
  'form.languages': 'Lingua della consultazione',
  'form.retention-years': {
    one: 'Conserviamo i contributi per {n} anno.',
    other: 'Conserviamo i contributi per {n} anni.',
  },
  'form.retention': {
    one: 'Conserviamo i contributi per {n} giorno.',
    other: 'Conserviamo i contributi per {n} giorni.',
  },
  'form.answered':
    'Da questo dispositivo è già partito un contributo, ricevuto il {day}. Qui sotto puoi inviarne un altro.',
  'form.sent-elsewhere':
    'Questa bozza è stata inviata da un’altra scheda: ciò che scrivi qui diventa un nuovo contributo.',
  'form.waiting': 'Il contributo che hai già inviato è al sicuro su questo dispositivo e partirà da solo.',
  'form.conflict-here': 'Qui',
  'form.conflict-keep': 'Tieni quella di qui',
  'form.no-slug': 'Qui manca il nome della consultazione.',
  'form.no-slug-help':
    'Per chi cura la pagina: aggiungi l’attributo slug, per esempio <cmto-feedback slug="psm-2027-bozza">.',
  'form.not-found': 'Questa consultazione non c’è.',
  'form.not-found-help':
    'Forse è stata rimossa o il suo nome è cambiato. Cercala nel sito, o scrivi all’ufficio che l’ha pubblicata. Per chi cura la pagina: nessuna consultazione pubblicata si chiama «{slug}».',
  'form.not-open': 'La consultazione non è ancora aperta.',
  'form.closed': 'La consultazione è chiusa.',
  'form.closed-help':
    'Il termine per scrivere era: {when}. Grazie a chi ha partecipato: qui restano i contributi e le risposte.',
  'form.errors': { one: 'C’è {n} punto da sistemare', other: 'Ci sono {n} punti da sistemare' },
  'form.review-title': 'Controlla il contributo',
  'form.review-help': 'Rileggi quello che hai scritto: puoi ancora modificarlo. Quando è tutto a posto, premi Invia.',
  'form.sending-leave':
    'Meglio tenere aperta questa pagina. Se la chiudi, il contributo resta su questo dispositivo e parte quando riapri una pagina di questo sito.',
  'form.sending-stay': 'Tieni aperta questa pagina: se la chiudi, il contributo non parte.',
  'form.queued': 'Il contributo è salvato su questo dispositivo, ma non è ancora partito.',
  'form.queued-help':
    'Partirà da solo appena possibile, o quando aprirai una pagina di questo sito: non serve scriverlo di nuovo.',
  'form.queued-memory': 'Il contributo non è ancora partito.',
  'form.queued-memory-help':
    'Su questo dispositivo non possiamo conservarlo: tieni aperta questa pagina, partirà da solo appena possibile.',
  'form.submitted': 'Grazie: il contributo è arrivato.',
  'form.received-at': 'Ricevuto il {when}.',
  'form.received-on': 'Ricevuto il {day}.',
  'form.late': 'È arrivato dopo la chiusura, ma risulta completato in tempo: è stato accettato.',
  'form.code-help':
    'Con questo codice vedi a che punto è il contributo e leggi la risposta dell’ufficio. Chi lo conosce può leggere tutto: conservalo con cura, non possiamo recuperarlo.',
  'form.download': 'Scarica quello che hai inviato',
  'form.download-name': 'contributo',
  'form.answer-again': 'Scrivi un altro contributo',
  'form.attention': 'Il contributo non è stato accettato.',
  'form.attention-kept': 'Quello che hai scritto è ancora su questo dispositivo: nulla è andato perso.',
  'form.attention-memory': 'Quello che hai scritto è ancora in questa pagina, ma solo qui: se la chiudi, va perso.',
  'form.send-as-new': 'Invia come nuovo contributo',
  'form.changed-version':
    'La consultazione è stata aggiornata dopo l’inizio della bozza. Quello che hai scritto è stato riportato; controllalo prima di inviare.',
} satisfies Messages;
