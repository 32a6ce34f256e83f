import { type Consultation, type MunicipalityList, ratingSurvey, type Service, type Survey } from '@cmto/contract';
import type { RequestHandler } from 'msw';
import { fewMunicipalities } from '../municipalities.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { MockStore } from '../store/stored.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import { consultationHandlers } from './consultation-handlers.ts';
import { Intake } from './intake.ts';
import { messageHandlers } from './message-handlers.ts';
import { Network } from './network.ts';
import { OpenRequests } from './open-requests.ts';
import { otherHandlers } from './other-handlers.ts';
import { PublishedConsultations, PublishedServices, PublishedSurveys } from './published-surveys.ts';
import { ratingHandlers } from './rating-handlers.ts';
import { receiptHandlers } from './receipt-handlers.ts';
import { serviceHandlers } from './service-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';
import { OpenContributions } from './open-contributions.ts';
import { SignIns } from './sign-ins.ts';
import { surveyHandlers } from './survey-handlers.ts';

export interface MockApiOptions {
  /** Base of the contract, version included. */
  readonly base: string;
  readonly surveys?: readonly Survey[];
  readonly services?: readonly Service[];
  readonly consultations?: readonly Consultation[];
  readonly municipalities?: () => MunicipalityList | Promise<MunicipalityList>;
  readonly store?: MockStore;
  readonly now?: () => number;
  readonly receiptUrl?: (code: string) => string;
  readonly inFlightLimit?: number;
}

/** A request that reached the service, or would have. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query below the base. */
  readonly path: string;
  readonly key: string | undefined;
  /** Parsed JSON; undefined without a JSON body. */
  readonly body: unknown;
  /** Sent along: cookies must not be. */
  readonly credentials: RequestCredentials;
}

/** What all handlers share. */
export interface MockContext {
  readonly base: string;
  readonly surveys: PublishedSurveys;
  readonly services: PublishedServices;
  readonly consultations: PublishedConsultations;
  readonly store: MockStore;
  readonly intake: Intake;
  readonly requestIntake: Intake;
  readonly contributionIntake: Intake;
  readonly ratingIntake: Intake;
  /** The register's next number. */
  nextNumber(): number;
  readonly erased: Set<string>;
  /** Requests whose receipts can be opened. */
  readonly requests: OpenRequests;
  /** What became of contributions. */
  readonly contributions: OpenContributions;
  /** Who can sign in. */
  readonly signIns: SignIns;
  readonly network: Network;
  readonly received: ReceivedRequest[];
  readonly municipalities: () => MunicipalityList | Promise<MunicipalityList>;
  readonly now: () => number;
}

/** The contract's service as msw handlers, and the strings by which a test pulls it. */
export interface MockApi extends MockContext {
  readonly handlers: RequestHandler[];
  publish(...surveys: readonly Survey[]): void;
  /** Forgets the content of an accepted submission, as an erasure does; its key stays refused. */
  erase(key: string): void;
  /** Ends all troubles, forgets what was received, and publishes these surveys only, no services or consultations. What is stored stays stored. */
  reset(...surveys: readonly Survey[]): void;
}

const ownOrigin = (base: string): string => new URL(base, globalThis.location?.href).origin;

/** Builds the mock service. Give its `handlers` to msw's `setupWorker` or `setupServer`. */
export const createMockApi = (options: MockApiOptions): MockApi => {
  const {
    base,
    now = Date.now,
    store = memoryStore(),
    municipalities = fewMunicipalities,
    inFlightLimit = 5000,
  } = options;
  const surveys = new PublishedSurveys();
  const services = new PublishedServices();
  const consultations = new PublishedConsultations();
  let number = 0;
  const erased = new Set<string>();
  const receiptUrl = options.receiptUrl ?? ((code: string) => `${ownOrigin(base)}/r/${code}`);
  const ratings = new PublishedSurveys();
  ratings.publish(ratingSurvey);
  const taking = { store, erased, now, receiptUrl, inFlightLimit };
  const intake = new Intake({ ...taking, hashed: 'survey', surveys });
  const requestIntake = new Intake({ ...taking, hashed: 'request', surveys: services });
  const ratingIntake = new Intake({ ...taking, hashed: 'rating', surveys: ratings });
  const contributionIntake = new Intake({ ...taking, hashed: 'contribution', surveys: consultations });
  const network = new Network();
  const requests = new OpenRequests();
  const contributions = new OpenContributions();
  const signIns = new SignIns();
  const received: ReceivedRequest[] = [];
  const context: MockContext = {
    base,
    surveys,
    services,
    consultations,
    store,
    intake,
    requestIntake,
    contributionIntake,
    ratingIntake,
    nextNumber: () => (number += 1),
    erased,
    requests,
    contributions,
    signIns,
    network,
    received,
    municipalities,
    now,
  };
  const publish = (...definitions: readonly Survey[]): void => definitions.forEach((survey) => surveys.publish(survey));
  publish(...(options.surveys ?? []));
  for (const service of options.services ?? []) services.publish(service);
  for (const consultation of options.consultations ?? []) consultations.publish(consultation);
  return {
    ...context,
    handlers: [
      ...surveyHandlers(context),
      ...attachmentHandlers(context),
      ...receiptHandlers(context),
      ...serviceHandlers(context),
      ...consultationHandlers(context),
      ...messageHandlers(context),
      ...ratingHandlers(context),
      ...signInHandlers(context),
      ...otherHandlers(context),
    ],
    publish,
    erase: (key) => void erased.add(key),
    reset(...definitions) {
      network.restore();
      received.length = 0;
      surveys.clear();
      services.clear();
      consultations.clear();
      requests.clear();
      contributions.clear();
      signIns.clear();
      publish(...definitions);
    },
  };
};
