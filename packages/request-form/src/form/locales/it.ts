export default {
  'form.procedure': 'Il procedimento',
  'form.summary': {
    one: '{unit}: risposta entro {n} giorno',
    other: '{unit}: risposta entro {n} giorni',
  },
  'form.unit': 'Ufficio responsabile',
  'form.officer': 'Responsabile del procedimento',
  'form.contacts': 'Contatti',
  'form.deadline': 'Termine',
  'form.days': {
    one: '{n} giorno dalla registrazione della richiesta',
    other: '{n} giorni dalla registrazione della richiesta',
  },
  'form.silence': 'Se la risposta non arriva in tempo',
  'form.silence-assent': 'La richiesta si intende accolta (silenzio assenso).',
  'form.silence-refusal': 'La richiesta si intende respinta (silenzio rigetto).',
  'form.silence-write': 'Scrivi all’ufficio responsabile e chiedi a che punto è la richiesta.',
  'form.silence-none': 'Puoi rivolgerti a chi ha il potere sostitutivo o al giudice amministrativo.',
  'form.costs': 'Costi',
  'form.law': 'Norme',
  'form.weight': 'Valore della richiesta',
  'form.formal':
    'È un’istanza formale: ti identifichi con SPID o CIE (articolo 65 del Codice dell’amministrazione digitale).',
  'form.informal':
    'Non è un’istanza formale: per quella serve identificarsi con SPID o CIE, o scrivere alla PEC dell’ufficio. L’ufficio risponde lo stesso.',
  'form.email-code':
    'Dopo l’invio ti arriva per e-mail un codice di sei cifre: scrivilo qui, e la richiesta è registrata.',
  'form.documents': 'Che cosa serve',
  'form.document-there': 'allegato',
  'form.document-needed': 'da allegare',
  'form.document-optional': 'facoltativo',
  'form.after-sending': 'Che cosa succede dopo l’invio',
  'form.number': 'Numero',
  'form.number-of': '{code}-{year}/{number}',
  'form.number-help':
    'Registro interno delle ricevute: il numero è provvisorio e non sostituisce il protocollo ufficiale.',
  'form.unconfirmed':
    'Manca un passo: ti abbiamo mandato per e-mail un codice di sei cifre. Scrivilo qui sotto, o nella pagina in cui si segue la richiesta: solo allora è registrata.',
  'form.formal-sent': 'È un’istanza formale, presentata da chi si è identificato con SPID o CIE.',
  'form.elsewhere':
    'Per proteggere i tuoi dati, questa richiesta si compila solo nella pagina del servizio: gli altri programmi di questo sito non possono leggerla.',
  'form.elsewhere-open': 'Apri la pagina del servizio',
  'form.follow': 'Segui la richiesta',
  'form.pdf': 'Scarica la ricevuta in PDF',

  'form.loading': 'Caricamento del modulo…',
  'form.confidential': 'I tuoi dati servono solo a questa richiesta',
  'form.steps': 'Passi della richiesta',
  'form.part-missing':
    'Una parte del modulo non si è caricata. Controlla la connessione e premi di nuovo: quello che hai scritto è al sicuro.',
  'form.unavailable': 'In questo momento il modulo non si carica.',
  'form.languages': 'Lingua del modulo',
  'form.retention-years': { one: 'Conserviamo i dati per {n} anno.', other: 'Conserviamo i dati per {n} anni.' },
  'form.retention': { one: 'Conserviamo i dati per {n} giorno.', other: 'Conserviamo i dati per {n} giorni.' },
  'form.answered':
    'Da questo dispositivo è già partita una richiesta, ricevuta il {day}. Qui sotto puoi inviarne un’altra.',
  'form.waiting': 'La richiesta che hai già inviato è al sicuro su questo dispositivo e partirà da sola.',
  'form.conflict-here': 'Nel modulo',
  'form.conflict-keep': 'Tieni quella del modulo',
  'form.no-slug': 'Qui manca il nome del servizio.',
  'form.no-slug-help':
    'Per chi cura la pagina: aggiungi l’attributo slug, per esempio <cmto-request-form slug="assistenza-tecnica">.',
  'form.not-found': 'Questo servizio non c’è.',
  'form.not-found-help':
    'Forse è stato rimosso o il suo nome è cambiato. Cercalo nel sito, o scrivi all’ufficio. Per chi cura la pagina: nessun servizio pubblicato si chiama «{slug}».',
  'form.not-open': 'Il servizio non accetta ancora richieste.',
  'form.closed': 'Il servizio non accetta più richieste.',
  'form.closed-help': 'Il termine per inviarle era: {when}.',
  'form.review-title': 'Controlla la richiesta',
  'form.review-help': 'Rileggi la richiesta: puoi ancora modificarla. Quando è tutto a posto, premi Invia.',
  'form.sending-leave':
    'Meglio tenere aperta questa pagina. Se la chiudi, la richiesta resta su questo dispositivo e parte quando riapri una pagina di questo sito.',
  'form.sending-stay': 'Tieni aperta questa pagina: se la chiudi, la richiesta non parte.',
  'form.queued': 'La richiesta è salvata su questo dispositivo, ma non è ancora partita.',
  'form.queued-memory': 'La richiesta non è ancora partita.',
  'form.submitted': 'La richiesta è arrivata.',
  'form.code-help':
    'Con questo codice segui la richiesta e rispondi all’ufficio. Chi lo conosce può leggere tutto: conservalo con cura, non possiamo recuperarlo.',
  'form.download': 'Scarica quello che hai inviato',
  'form.download-name': 'richiesta',
  'form.answer-again': 'Invia un’altra richiesta',
  'form.attention': 'La richiesta non è stata accettata.',
  'form.send-as-new': 'Invia come nuova richiesta',
  'form.changed-version':
    'Il modulo è stato aggiornato dopo l’inizio della bozza. Quello che hai scritto è stato riportato; controllalo prima di inviare.',
};
