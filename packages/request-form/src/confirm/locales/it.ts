export default {
  'confirm.title': 'Conferma il tuo indirizzo e-mail',
  'confirm.code': 'Codice di sei cifre',
  'confirm.hint': 'Ti è arrivato per e-mail e vale 24 ore.',
  'confirm.malformed': 'Il codice ha sei cifre.',
  'confirm.send': 'Conferma',
  'confirm.resend': 'Mandami un altro codice',
  'confirm.done': 'Indirizzo confermato: la richiesta è registrata.',
  'confirm.sending': 'Controlliamo il codice…',
  'confirm.resent': 'Ti abbiamo mandato un altro codice: quello di prima non vale più.',
  'confirm.wait': 'Puoi chiedere un altro codice tra un minuto.',
  'confirm.many': 'Hai già chiesto molti codici: potrai chiederne un altro più tardi.',
  'confirm.offline':
    'Per confermare serve la rete, e ora manca. La richiesta è al sicuro e il codice vale 24 ore: riprova quando la rete torna.',
  'confirm.failed': 'In questo momento il servizio non risponde. La richiesta è al sicuro: riprova tra poco.',
};
