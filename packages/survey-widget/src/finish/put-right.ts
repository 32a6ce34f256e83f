import { putRight } from '@cmto/core/outbox/put-right';
import type { Finish } from './finish.ts';
import { refusedIssues } from './refused.ts';
import { showFirst } from './send.ts';

/** Makes the refused answer a draft again, under its id or a new one, and shows it; or what another tab made of it. */
const reopen = async ({ survey, drafts }: Finish, newId?: string): Promise<void> => {
  const { entry, store } = drafts;
  const { services } = survey;
  if (!entry || !store || !services) return;
  const draft = await putRight(store, entry.id, newId);
  await survey.start(services);
  const next = await survey.loadFinish();
  // What is kept in memory only is found again by now.
  await next?.drafts.open();
  if (!draft || !next || !survey.session || survey.phase.name !== 'ready') return;
  const { problem, submission } = entry;
  const issues = refusedIssues(survey.session, problem?.errors ?? [], submission?.attachments ?? []);
  if (issues.length > 0) showFirst(next, issues);
};

/** Goes back to the questions with everything as it was, and to what the service has found wrong. */
export const correct = (finish: Finish): Promise<void> => reopen(finish);

/** The key is spent: the same answers go out as a submission of their own. */
export const sendAsNew = (finish: Finish): Promise<void> => reopen(finish, finish.survey.services!.platform.uuid());
