import type { ProblemCode } from '@cmto/contract';
import type { Messages } from '../i18n/translate.ts';
import type { LocalErrorCode } from '../kit-error.ts';

/** Signing in and consultations have words of their own for their refusals, and no form asks for results. */
type Untold =
  | 'identity.not-offered'
  | 'identity.over'
  | 'results.not-published'
  | Extract<ProblemCode, `consultation.${string}` | `contribution.${string}`>;
type ProblemKey = `problem.${Exclude<ProblemCode, Untold> | LocalErrorCode}`;

/** What went wrong outside the form, whether anything is lost, and what to do now. */
export default {
  'problem.request.malformed':
    'Il servizio non ha potuto leggere i dati inviati. Le risposte sono ancora qui: riprova tra poco.',
  'problem.request.unsupported-type':
    'Il servizio non accetta questo tipo di dati. Le risposte sono ancora qui: riprova tra poco.',
  'problem.request.too-large':
    'I dati sono troppi per essere inviati insieme. Accorcia i testi più lunghi o togli un file, poi riprova.',
  'problem.request.invalid':
    'Il servizio non ha accettato i dati inviati. Le risposte sono ancora qui: ricarica la pagina e riprova.',
  'problem.request.not-found': 'Il servizio non ha trovato quello che serve. Ricarica la pagina e riprova.',
  'problem.request.method-not-allowed': 'Il servizio non prevede questa operazione. Ricarica la pagina e riprova.',
  'problem.request.rate-limited': 'Troppe richieste in poco tempo. Attendi qualche minuto: l’invio riparte da solo.',
  'problem.server.unavailable':
    'Il servizio è occupato o in manutenzione. Le risposte restano su questo dispositivo e l’invio riparte da solo.',
  'problem.server.failed':
    'Il servizio ha avuto un problema. Le risposte restano su questo dispositivo: riprova tra poco.',
  'problem.origin.not-allowed': 'Questo sito non è abilitato a usare il servizio. Segnalalo a chi gestisce il sito.',
  'problem.idempotency.missing':
    'L’invio non è riuscito per un errore del modulo. Le risposte sono ancora qui: ricarica la pagina e riprova.',
  'problem.idempotency.mismatch':
    'Una versione diversa di queste risposte è già stata inviata. Controlla la ricevuta, oppure compila di nuovo il questionario.',
  'problem.idempotency.in-flight': 'L’invio è già in corso: attendi qualche secondo.',
  'problem.submission.invalid': 'Alcune risposte vanno corrette prima dell’invio: controlla quelle segnalate.',
  'problem.submission.erased':
    'Queste risposte sono state cancellate su richiesta e non possono essere inviate di nuovo.',
  'problem.survey.not-found':
    'Il questionario non esiste o non è più pubblicato. Controlla il collegamento che hai seguito.',
  'problem.survey.not-open': 'Il questionario non è ancora aperto.',
  'problem.survey.closed':
    'Il questionario è chiuso e non accetta più risposte. Puoi salvare una copia di quelle che hai scritto.',
  'problem.survey.version-withdrawn':
    'Questa versione del questionario è stata ritirata. Scegli «Correggi e invia di nuovo»: le risposte passano alla nuova versione.',
  'problem.survey.version-unknown':
    'Questa versione del questionario non è pubblicata. Scegli «Correggi e invia di nuovo».',
  'problem.service.not-found':
    'Il servizio non esiste o non è più pubblicato. Controlla il collegamento che hai seguito.',
  'problem.identity.required':
    'Per inviare questa richiesta bisogna identificarsi, e l’accesso è scaduto o manca. La richiesta è ancora qui: accedi di nuovo con SPID o CIE e inviala.',
  'problem.service.not-open': 'Il servizio non accetta ancora richieste.',
  'problem.service.closed': 'Il servizio non accetta più richieste. Puoi salvare una copia di quello che hai scritto.',
  'problem.service.version-withdrawn':
    'Questa versione del modulo è stata ritirata. Scegli «Correggi e invia di nuovo»: quello che hai scritto passa alla nuova versione.',
  'problem.service.version-unknown': 'Questa versione del modulo non è pubblicata. Scegli «Correggi e invia di nuovo».',
  'problem.message.not-possible':
    'La richiesta non è più in uno stato che lo permette. Ricarica la pagina per vedere a che punto è.',
  'problem.message.code-wrong': 'Il codice non è quello che ti abbiamo mandato. Controlla le sei cifre e riprova.',
  'problem.message.code-expired': 'Il codice è scaduto o è stato provato troppe volte. Chiedine un altro.',
  'problem.attachment.missing': 'Alcuni file non sono arrivati. Torna alla domanda, caricali di nuovo e riprova.',
  'problem.attachment.mismatch': 'Un file è arrivato danneggiato. Toglilo, caricalo di nuovo e riprova.',
  'problem.attachment.offset': 'Un file è arrivato solo in parte: l’invio riparte da solo.',
  'problem.attachment.infected':
    'Un file contiene un virus e non è stato accettato. Togli quel file, o scegline una copia pulita, e riprova.',
  'problem.attachment.too-large': 'Un file è troppo grande. Scegline uno più piccolo e riprova.',
  'problem.receipt.not-found': 'Nessuna ricevuta ha questo codice. Controlla di averlo scritto tutto.',
  'problem.network.unreachable':
    'Non c’è connessione con il servizio. Le risposte restano su questo dispositivo e l’invio riparte da solo.',
  'problem.network.timeout':
    'Il servizio non ha risposto in tempo. Le risposte restano su questo dispositivo e l’invio riparte da solo.',
  'problem.network.unexpected':
    'La rete ha dato una risposta inattesa, forse da una pagina di accesso al Wi-Fi. Le risposte restano su questo dispositivo: controlla la connessione.',
  'problem.definition.unreadable':
    'Il questionario non si può leggere. Ricarica la pagina; se succede ancora, segnalalo all’ufficio.',
  'problem.storage.failed':
    'Questo dispositivo non permette di salvare le risposte. Invia il questionario prima di chiudere la pagina.',
  'problem.file.unreadable': 'Il file non si può leggere. Controlla che esista ancora, poi sceglilo di nuovo.',
  'problem.position.denied': 'La posizione non è disponibile. Scrivi l’indirizzo.',
} satisfies Record<ProblemKey, Messages[string]>;
