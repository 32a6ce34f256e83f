import type { ConsultationFile, ServiceFile, SurveyFile } from '@cmto/contract';
import zones from '@cmto/contract/data/zones.json';
import municipalities from '@cmto/contract/data/municipalities.csv?raw';
import { startMockApi } from '@cmto/testing/handlers/browser';
import { municipalityList } from '@cmto/testing/municipalities';
import { browserStore } from './browser-store.ts';
import { sectionsOf } from './document-sections.ts';

/** Trusted Types, which TypeScript does not know yet. */
interface Guarded {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
  };
}

const files = import.meta.glob<SurveyFile>('../surveys/*.json', { eager: true, import: 'default' });

const services = import.meta.glob<ServiceFile>('../services/*.json', { eager: true, import: 'default' });

const consultations = import.meta.glob<ConsultationFile>('../consultations/*.json', { eager: true, import: 'default' });

/** Puts the whole service into this page; resolves once requests go through it. */
export const startMock = async (): Promise<void> => {
  // msw names its worker by a string; the page's policy lets this one through and no other.
  (globalThis as Guarded).trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url === '/mockServiceWorker.js' ? url : null),
  });
  const api = await startMockApi({
    base: `${location.origin}/api/v1`,
    store: browserStore(),
    municipalities: () => municipalityList(municipalities, zones),
    receiptUrl: (code) => `${location.origin}/mock/ricevuta.html#${code}`,
  });
  for (const file of Object.values(files)) api.surveys.publishFile(file);
  for (const file of Object.values(services)) api.services.publishFile(file);
  for (const file of Object.values(consultations)) api.consultations.publishFile(sectionsOf(file));
};
