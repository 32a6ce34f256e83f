import type { ProblemCode } from '@cmto/contract';
import type { Messages } from '../i18n/translate.ts';

type ConsultationCode = Extract<ProblemCode, `consultation.${string}` | `contribution.${string}`>;

/** What a consultation refuses: apart from the other problems, so that no survey loads what only a consultation says. */
export default {
  'problem.consultation.not-found':
    'La consultazione non esiste o non è più pubblicata. Controlla il collegamento che hai seguito.',
  'problem.consultation.not-open': 'La consultazione non è ancora aperta.',
  'problem.consultation.closed':
    'La consultazione è chiusa e non accetta più contributi. Puoi salvare una copia di quello che hai scritto.',
  'problem.consultation.version-withdrawn':
    'Questa versione della consultazione è stata ritirata. Scegli «Correggi e invia di nuovo»: quello che hai scritto passa alla nuova versione.',
  'problem.consultation.version-unknown':
    'Questa versione della consultazione non è pubblicata. Scegli «Correggi e invia di nuovo».',
  'problem.contribution.not-found':
    'Il contributo non esiste o non è più pubblicato. Ricarica la pagina per vedere quelli pubblicati.',
  'problem.contribution.already-endorsed': 'Da questo dispositivo risulti già d’accordo con questo contributo.',
} satisfies Record<`problem.${ConsultationCode}`, Messages[string]>;
