import { anothersReceipt } from './anothers-receipt.ts';
import { badGateway } from './bad-gateway.ts';
import { blackHole } from './black-hole.ts';
import { captivePortal } from './captive-portal.ts';
import { captivePortalJson } from './captive-portal-json.ts';
import { duplicate } from './duplicate.ts';
import type { Fault } from './fault.ts';
import { garbledJson } from './garbled-json.ts';
import { htmlErrorPage } from './html-error-page.ts';
import { lateAnswer } from './late-answer.ts';
import { redirect } from './redirect.ts';
import { replayedLater } from './replayed-later.ts';
import { requestCut } from './request-cut.ts';
import { resetBeforeReading } from './reset-before-reading.ts';
import { responseCut } from './response-cut.ts';
import { responseLost } from './response-lost.ts';
import { serverError } from './server-error.ts';
import { serverRestarted } from './server-restarted.ts';
import { tooLarge } from './too-large.ts';
import { tooMany } from './too-many.ts';
import { trickle } from './trickle.ts';
import { truncatedJson } from './truncated-json.ts';
import { unavailable } from './unavailable.ts';

/** Every fault there is. Each has a test that breaks the protocol under it on purpose (`test/unit/oracle.test.ts`). */
export const allFaults: readonly Fault[] = [
  responseLost,
  requestCut,
  responseCut,
  trickle,
  blackHole,
  lateAnswer,
  resetBeforeReading,
  serverError,
  badGateway,
  unavailable,
  tooMany,
  tooLarge,
  htmlErrorPage,
  captivePortal,
  captivePortalJson,
  anothersReceipt,
  redirect,
  duplicate,
  replayedLater,
  truncatedJson,
  garbledJson,
  serverRestarted,
];
