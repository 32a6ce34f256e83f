/** Words of the letters. Italian is the source: its keys are the ones there are. */
export const it = {
  'subject.receipt': 'Ricevuta della richiesta {number}',
  'subject.code': 'Il codice per confermare la richiesta',
  'subject.state': 'Novità sulla richiesta {number}',
  'subject.asked': 'Richiesta {number}: serve un’integrazione',
  'subject.message': 'Richiesta {number}: c’è un messaggio dell’ufficio',
  'subject.closed': 'Richiesta {number}: procedimento concluso',
  'subject.escalation': 'Termine scaduto per la richiesta {number}',
  'receipt.arrived': 'abbiamo ricevuto la tua richiesta e l’abbiamo registrata.',
  'receipt.provisional':
    'Il numero è quello del registro interno delle ricevute ed è provvisorio: il numero del protocollo ufficiale comparirà nella pagina della richiesta.',
  'receipt.formal': 'La richiesta è un’istanza ai sensi dell’articolo 65 del Codice dell’amministrazione digitale.',
  'receipt.informal':
    'La richiesta non è un’istanza formale ai sensi dell’articolo 65 del Codice dell’amministrazione digitale, perché chi l’ha inviata non ha usato SPID o CIE.',
  'receipt.keep': 'Chi ha questo collegamento può aprire la richiesta e leggerla: non inoltrarlo.',
  'code.arrived':
    'per confermare la richiesta scrivi questo codice nella pagina da cui l’hai inviata. Vale 24 ore. Finché non è confermata, la richiesta non è registrata.',
  'code.ignore': 'Se non hai inviato nessuna richiesta, ignora questo messaggio: senza il codice non succede nulla.',
  'state.confirmed': 'hai confermato la tua richiesta.',
  'state.registered': 'la tua richiesta è stata registrata.',
  'state.official-number': 'la tua richiesta ha il numero del protocollo ufficiale. Lo trovi nella sua pagina.',
  'state.taken': 'l’ufficio ha preso in carico la tua richiesta.',
  'state.added': 'abbiamo ricevuto e registrato la tua integrazione.',
  'state.resumed': 'Il termine ha ripreso a decorrere.',
  'state.withdrawn': 'la tua richiesta è stata ritirata, come hai chiesto. Non se ne fa più nulla.',
  'state.annulled': 'la registrazione della tua richiesta è stata annullata. Il motivo è nella sua pagina.',
  'asked.what':
    'per andare avanti l’ufficio ha bisogno di altre informazioni o documenti. Che cosa serve è scritto nella pagina della richiesta; da lì puoi rispondere.',
  'asked.suspended': 'Fino ad allora il termine è sospeso.',
  'message.what': 'l’ufficio ti ha scritto. Il messaggio è nella pagina della richiesta.',
  'closed.what': 'il procedimento sulla tua richiesta è concluso. L’esito e i motivi sono nella sua pagina.',
  'escalation.department':
    'il termine del procedimento è scaduto senza un esito. La segnalazione va alla direzione responsabile.',
  'escalation.steering':
    'il termine del procedimento è scaduto senza un esito e la direzione responsabile non ha provveduto. La segnalazione va alla cabina di regia.',
  'escalation.directorate':
    'il termine del procedimento è scaduto senza un esito e le segnalazioni precedenti non hanno avuto seguito. La segnalazione va alla Direzione generale.',
  'greeting.person': 'Buongiorno,',
  'fact.code': 'Codice',
  'fact.service': 'Servizio',
  'fact.number': 'Numero',
  'fact.received': 'Arrivata',
  'fact.unit': 'Ufficio responsabile',
  'fact.officer': 'Responsabile del procedimento',
  'fact.deadline': 'Termine per la risposta',
  'fact.silence': 'Se la risposta non arriva in tempo',
  'fact.due': 'Rispondere entro',
  'fact.outcome': 'Esito',
  'fact.contacts': 'Contatti dell’ufficio',
  'silence.assent': 'la richiesta si intende accolta (silenzio assenso, articolo 20 della legge 7 agosto 1990, n. 241)',
  'silence.refusal': 'la richiesta si intende respinta (silenzio rigetto)',
  'silence.write': 'scrivi all’ufficio responsabile e chiedi a che punto è la richiesta',
  'silence.none':
    'puoi rivolgerti a chi ha il potere sostitutivo (articolo 2, comma 9-bis, della legge 7 agosto 1990, n. 241) o al giudice amministrativo',
  'outcome.accepted': 'accolta',
  'outcome.partly': 'accolta in parte',
  'outcome.refused': 'respinta',
  'outcome.archived': 'archiviata',
  'rome-time': '{when} (ora di Roma)',
  link: 'Apri la pagina della richiesta',
  footer: 'Città metropolitana di Torino. Messaggio automatico: a questo indirizzo non risponde nessuno.',
} as const;

export type Key = keyof typeof it;
export type Words = Readonly<Record<Key, string>>;
