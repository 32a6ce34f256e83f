import { consultations } from '@cmto/core/api/consultations';
import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { FormKind } from '@cmto/core/form-tag/form-kind';
import { formCatalog } from '@cmto/core/form-tag/form-words';
import type { Catalog } from '@cmto/core/i18n/catalog';
import { fieldCatalog } from '@cmto/core/locales/field-catalog';
import { belowForm } from '../published/below-form.ts';
import { FeedbackReadyEvent } from './feedback-events.ts';
import it from './locales/it.ts';
import { consultationOf } from './model/consulted.ts';
import { readerOf } from './reader.ts';
import { renderParts } from './views/parts-view.ts';
import { renderTerms } from './views/terms-view.ts';

const feedbackCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

const hasDocument = ({ survey }: FormController): boolean => consultationOf(survey)?.document !== undefined;

/** A contribution to a consultation, as what a tag fills in. Its words come first: it is no survey. */
export const feedbackKind: FormKind = {
  definitions: consultations,
  catalogs: [feedbackCatalog, formCatalog, fieldCatalog],
  readyEvent: (detail) => new FeedbackReadyEvent(detail),
  later: () => import('./feedback-late.ts'),
  refuses: async (form) => {
    if (!hasDocument(form)) return undefined;
    // It is read while the code of what comes after is on its way.
    form.host.requestUpdate();
    return !form.subject && readerOf(form).isOpen ? 'choosing' : undefined;
  },
  renderAround: (form, outline, questions) => {
    const consultation = consultationOf(form.survey);
    if (!consultation) return undefined;
    const around = consultation.document ? renderParts(form, outline, questions) : questions;
    return [around, belowForm(form).render(consultation)];
  },
  isInFull: hasDocument,
  renderAside: renderTerms,
};
