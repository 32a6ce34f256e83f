/** What the protocol office reads in a message to its mailbox. Italian only: it is an office's. */
export const it = {
  institution: 'Città metropolitana di Torino',
  'subject.register': 'Da protocollare: {number}',
  'subject.add': 'Da protocollare: {number}, integrazione di {linked}',
  'subject.outgoing': 'Da protocollare in uscita: {number}',
  intro:
    'Il kit di partecipazione ha ricevuto quanto allegato e lo ha iscritto nel registro interno delle ricevute, che non è il protocollo ufficiale.',
  internal: 'Registro interno',
  at: 'Data e ora',
  sender: 'Mittente',
  recipient: 'Destinatario',
  taxCode: 'Codice fiscale o partita IVA',
  about: 'Oggetto',
  linked: 'Collegato a',
  register: 'Registro',
  office: 'Ufficio',
  classification: 'Classifica',
  folder: 'Fascicolo',
  files: 'Allegati, con l’impronta SHA-256',
  key: 'Identificativo',
  next: 'Il numero di protocollo va riportato con: cmto protocol number {key} REGISTRO NUMERO DATA --operator CHI',
  again: 'Se lo stesso messaggio arriva due volte ha lo stesso identificativo e va protocollato una volta sola.',
} as const;
