export default {
  'request.received': 'Arrivata',
  'request.hash': 'Impronta del contenuto (SHA-256)',
  'request.code-keep': 'Chi ha questo codice può leggere tutto. Conservalo: non possiamo recuperarlo.',
  'request.copy': 'Copia il codice',
  'request.copied': 'Codice copiato.',
  'request.copy-failed': 'Il codice non si è potuto copiare: selezionalo e copialo a mano.',
  'request.survey-received': 'La tua risposta è arrivata ed è conservata.',
  'request.contribution-received': 'Il tuo contributo è arrivato ed è conservato.',
};
