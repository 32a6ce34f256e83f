export default {
  'sign-in.title': 'Identificati con SPID o CIE',
  'sign-in.why':
    'Questa è un’istanza formale: prima di inviarla ti identifichi con SPID (livello 2) o CIE. Nome e codice fiscale arrivano all’ufficio insieme alla richiesta.',
  'sign-in.enter': 'Entra con SPID o CIE',
  'sign-in.leaving': 'Ti portiamo alla pagina di accesso…',
  'sign-in.proving': 'Controlliamo l’accesso…',
  'sign-in.kept':
    'Esci per un momento da questa pagina. Quello che hai scritto e i file restano su questo dispositivo: al ritorno continui da qui.',
  'sign-in.in': 'Hai effettuato l’accesso come',
  'sign-in.leave': 'Esci',
  'sign-in.left': 'Accesso chiuso: per inviare la richiesta dovrai accedere di nuovo.',
  'sign-in.signs': 'Firma',
  'sign-in.applies': 'Richiedente',
  'sign-in.by': 'SPID o CIE',
  'sign-in.behalf': 'Confermo: presento questa richiesta per conto di chi è indicato come richiedente.',
  'sign-in.behalf-missing':
    'Chi firma e chi è indicato come richiedente non sono la stessa cosa: conferma che agisci per suo conto, o correggi i dati del richiedente.',
  'sign-in.retry': 'Completa l’accesso',
  'sign-in.nowhere':
    'Qui non resta nulla su questo dispositivo, e per accedere bisogna uscire dalla pagina: quello che hai scritto andrebbe perso. Usa un altro dispositivo o rivolgiti all’ufficio.',
  'sign-in.elsewhere': 'Apri il modulo nella pagina del servizio',
  'sign-in.required': 'Per inviare questa richiesta bisogna prima accedere con SPID o CIE.',
  'sign-in.refused':
    'L’accesso non vale più e la richiesta non è partita. Qui c’è ancora tutto: accedi di nuovo, poi invia.',
  'sign-in.expired': 'L’accesso è scaduto. Quello che hai scritto è ancora qui: accedi di nuovo.',
  'sign-in.denied': 'Hai interrotto l’accesso. Non è cambiato nulla: puoi riprovare quando vuoi.',
  'sign-in.failed':
    'L’accesso non è riuscito: chi ti identifica non ha confermato chi sei. Riprova; se succede ancora, scrivi all’ufficio.',
  'sign-in.unavailable':
    'In questo momento l’accesso con SPID o CIE non risponde. Quello che hai scritto è al sicuro: riprova tra poco.',
  'sign-in.over': 'L’accesso è scaduto prima di finire, o è cominciato in un’altra pagina. Accedi di nuovo.',
  'sign-in.offline':
    'Per accedere serve la rete, e ora manca. Puoi continuare a compilare e accedere più tardi, prima di inviare.',
  'sign-in.unproven': 'Manca la rete per completare l’accesso. Resta su questa pagina: hai cinque minuti.',
  'sign-in.not-kept':
    'La bozza non si è potuta salvare su questo dispositivo: per non perderla, non ti abbiamo portato via da questa pagina. Libera spazio e riprova.',
  'sign-in.not-here': 'Da questa pagina non si può accedere con SPID o CIE.',
  'sign-in.not-offered': 'Per questo servizio l’accesso con SPID o CIE non è attivo adesso. Segnalalo all’ufficio.',
};
