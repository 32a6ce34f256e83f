import { services } from '@cmto/core/api/services';
import type { FormKind } from '@cmto/core/form-tag/form-kind';
import { formCatalog } from '@cmto/core/form-tag/form-words';
import type { Catalog } from '@cmto/core/i18n/catalog';
import { fieldCatalog } from '@cmto/core/locales/field-catalog';
import { RequestReadyEvent } from './request-form-events.ts';
import { belongsElsewhere } from './hosted-service.ts';
import it from './locales/it.ts';
import { renderProcedureBox } from './procedure-box-view.ts';

const requestFormCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** A request to a service, as what a tag fills in. Its words come first: where it is not "a survey", it says so. */
export const requestKind: FormKind = {
  definitions: services,
  catalogs: [requestFormCatalog, formCatalog, fieldCatalog],
  opensPrivacy: true,
  readyEvent: (detail) => new RequestReadyEvent(detail),
  later: () => import('./request-late.ts'),
  refuses: belongsElsewhere,
  renderAside: (form, outline) => [renderProcedureBox(form, outline), form.finish?.companion?.renderAside?.(outline)],
};
