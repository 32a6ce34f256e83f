import { attachmentCases } from './attachment-cases.ts';
import { filePartCases } from './file-part-cases.ts';
import { fileSafetyCases } from './file-safety-cases.ts';
import { contributionListCases } from './contribution-list-cases.ts';
import { contributionCases } from './contribution-cases.ts';
import { consultationCases } from './consultation-cases.ts';
import { definitionCases } from './definition-cases.ts';
import { idempotencyCases } from './idempotency-cases.ts';
import { messageCases } from './message-cases.ts';
import { officeCases } from './office-cases.ts';
import { originCases } from './origin-cases.ts';
import { otherCases } from './other-cases.ts';
import { ratingCases } from './rating-cases.ts';
import { requestCases } from './request-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import type { Ask } from './service.ts';
import type { Office } from './suite.ts';
import { termsCases } from './terms-cases.ts';

export { suiteConsultations } from './consultations.ts';
export { suiteServices } from './services.ts';
export { suiteVersions, type SuiteVersion } from './surveys.ts';
export type { Ask } from './service.ts';
export type { Office } from './suite.ts';

/** Where the suite runs, and what it is to be run with. */
export interface ApiSuiteOptions {
  /** Sends a request; the path is below the contract's base. The service has published `suiteVersions`, `suiteServices` and `suiteConsultations`. */
  readonly ask: Ask;
  /** The test runner's own two words, node:test's or mocha's. */
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
  readonly capabilities?: Capabilities;
}

/** What can be asked from where the suite runs. */
export interface Capabilities {
  /** `Origin` can be set and CORS headers read: not from a browser's page, nor of a mock in it. */
  readonly origins?: boolean;
  /** Files are looked at by a virus scanner that knows the test file of its trade. */
  readonly scanner?: boolean;
  /** It knows who has really signed in: not a mock. */
  readonly signIn?: boolean;
}

/** The contract's behaviour as seen from outside, for any implementation. Needs neither Node nor a port. */
export function apiSuite({ ask, describe, it, capabilities = {} }: ApiSuiteOptions): void {
  const suite = { ask, it };
  describe('definitions', () => definitionCases(suite));
  describe('submissions under one key', () => idempotencyCases(suite));
  describe('terms of a survey', () => termsCases(suite));
  describe('what is refused', () => refusalCases(suite));
  describe('attachments', () => attachmentCases(suite));
  describe('attachments in parts', () => filePartCases(suite));
  describe('attachments that are not what they seem', () => fileSafetyCases(suite, capabilities.scanner ?? false));
  describe('requests', () => requestCases(suite, capabilities.signIn ?? false));
  describe('consultations', () => consultationCases(suite));
  describe('contributions', () => contributionCases(suite));
  describe('published contributions', () => contributionListCases(suite));
  describe('messages to a receipt', () => messageCases(suite));
  describe('ratings', () => ratingCases(suite));
  describe('everything else', () => otherCases(suite));
  if (capabilities.origins) describe('origins', () => originCases(suite));
}

/**
 * What only shows when the office behind a service does something, or its storage fails. Wants a service of its own,
 * empty, on which a request waits for another one with its key for much less than the contract's 5 s.
 */
export function officeSuite({
  ask,
  office,
  describe,
  it,
}: Omit<ApiSuiteOptions, 'capabilities'> & { office: Office }): void {
  describe('submissions under one key, whatever happens meanwhile', () => officeCases({ ask, it, office }));
}
