import { type Answers, canonicalAnswers, type Submission, type Survey, visibilityOf } from '@cmto/contract';
import { isRecord, own } from '@cmto/contract/rules/own';
import { checkAnswers, checkAttachments } from '@cmto/contract/rules/validity';
import { isSameValue } from '@cmto/core/drafts/same-value';
import type { Entry } from '@cmto/core/storage/entry';
import type { EntryStore } from '@cmto/core/storage/entry-store';
import type { SurveyPhase } from '../model/phase.ts';
import type { SurveyController } from '../survey-controller.ts';
import type { Finish } from './finish.ts';
import { SurveyQueuedEvent, SurveySubmitRequestEvent, SurveySubmittedEvent } from './finish-events.ts';
import { showIssues } from './errors.ts';
import { focusHeading } from './focus.ts';
import type { ShownIssue } from './issue-words.ts';

/** The answers as they count: of visible questions only, in canonical form. */
export const finalAnswers = (survey: Survey, answers: Answers): Answers =>
  canonicalAnswers(survey.form, visibilityOf(survey.form, answers).answers);

/** Whether the answer to a field, or to one in a row, names this file: one removed from the list again is not sent. */
const isNamed = (answers: Answers, field: string, sha256: string): boolean => {
  const value = own(answers, field);
  if (Array.isArray(value) && (value as unknown[]).includes(sha256)) return true;
  const rows = Object.values(answers).flatMap((answer) => (Array.isArray(answer) ? answer.filter(isRecord) : []));
  return rows.some((row) => isNamed(row as Answers, field, sha256));
};

const createSubmission = async (
  { survey, trap }: Finish,
  definition: Survey,
  entry: Entry,
  answers: Answers,
): Promise<Submission> => {
  const { platform } = survey.services!;
  const attachments = entry.attachments.filter(({ field, sha256 }) => isNamed(answers, field, sha256));
  const page = (await platform.device()).page();
  return {
    formVersion: definition.version,
    language: survey.language.code,
    answers,
    ...(attachments.length > 0 ? { attachments } : {}),
    // By the server's clock: whether it is late must not hang on a device whose clock is wrong.
    completedAt: new Date(survey.now()).toISOString(),
    ...(page ? { page } : {}),
    check: { trap },
  };
};

/** Goes to the first page that has something to put right; on a page that is shown, stays. */
export const showFirst = (finish: Finish, issues: readonly ShownIssue[]): void => {
  const { survey } = finish;
  const { pages } = survey.session!.state;
  const page = pages.find(({ fields }) => fields.some((field) => issues.some((issue) => issue.field === field.id)));
  if (page) finish.change(page);
  const here = issues.filter((issue) => page?.fields.some((field) => field.id === issue.field));
  finish.summary = showIssues(finish, here);
  survey.host.requestUpdate();
};

const enqueue = async (
  { survey, drafts }: Finish,
  entry: Entry,
  submission: Submission,
): Promise<[EntryStore, Entry]> => {
  const delivery = await survey.services!.delivery();
  const store = drafts.store!;
  try {
    return [store, await delivery.outbox(store).enqueue(entry, submission)];
  } catch {
    // The device refuses to keep it (disk full, storage closed): it is sent from memory, and the person is told.
    const memory = await delivery.store(true);
    for (const { sha256 } of submission.attachments ?? []) {
      const bytes = await store.getFile(entry.id, sha256).catch(() => undefined);
      if (bytes) await memory.putFile(entry.id, sha256, bytes);
    }
    return [memory, await delivery.outbox(memory).enqueue(entry, submission)];
  }
};

/** Brings the person to what became of the answer, or tells them of it where they have turned to meanwhile. */
const bringTo = (survey: SurveyController, asked: boolean, key: string): void => {
  const { activeElement } = document;
  // The button just pressed is gone: then nothing has the focus.
  const isHere = survey.host.matches(':focus-within') || (asked && (!activeElement || activeElement === document.body));
  if (isHere) focusHeading(survey);
  else survey.announce(survey.language.t(key));
};

/** Follows an entry on its way and shows where it is. `asked`: the person has just pressed "send". */
export const follow = async (finish: Finish, store: EntryStore, entry: Entry, asked: boolean): Promise<void> => {
  const { survey } = finish;
  const outbox = (await survey.services!.delivery()).outbox(store);
  finish.outbox = outbox;
  finish.drafts.entry = entry;
  if (asked) survey.host.requestUpdate();
  const enter = (phase: SurveyPhase, event?: Event): void => {
    survey.enter(phase);
    if (event) survey.host.dispatchEvent(event);
    bringTo(survey, asked, phase.name === 'queued' && !phase.durable ? 'survey.queued-memory' : `survey.${phase.name}`);
    asked = false;
  };
  const show = (now: Entry): void => {
    // The tag has begun anew meanwhile, perhaps with another survey.
    if (survey.finish !== finish) return stop();
    finish.drafts.entry = now;
    if (now.state === 'queued') {
      if (survey.phase.name === 'queued') return;
      return enter({ name: 'queued', durable: store.durable }, new SurveyQueuedEvent(survey.detail));
    }
    stop();
    if (now.receipt && !store.durable) void finish.drafts.forgetSent(now);
    if (now.receipt) enter({ name: 'submitted', receipt: now.receipt }, new SurveySubmittedEvent(survey.detail));
    else if (now.state === 'attention') {
      enter({ name: 'attention', code: now.problem?.code ?? 'network.unexpected', durable: store.durable });
    }
  };
  const lose = (isWithdrawn: boolean): void => {
    if (survey.finish !== finish) return stop();
    const { submission } = entry;
    if (isWithdrawn || !submission) {
      stop();
      return void survey.start(survey.services!);
    }
    // The browser has deleted it, and this page still holds it. If that fails it is missed again at the next look.
    outbox.enqueue(entry, submission).then(
      () => outbox.flush(),
      () => undefined,
    );
  };
  const stop = outbox.subscribe(entry.id, show, lose);
  // Delivered or refused already, as another tab has sent it: there is nothing more to hear of.
  if (entry.state === 'delivered' || entry.state === 'attention') show(entry);
  await outbox.flush();
};

/** Tries once more because the person asks; when it was in vain, the heading that says so is read out again. */
export const sendAgain = async (finish: Finish): Promise<void> => {
  const { outbox, survey } = finish;
  survey.announce(survey.language.t('survey.sending'));
  await outbox?.flush({ insist: true });
  finish.triedAt = survey.services!.platform.now();
  survey.announce('');
  if (survey.phase.name === 'queued') focusHeading(survey);
};

const tellNews = ({ survey, drafts }: Finish): void => {
  survey.announce(survey.language.t(drafts.others.conflicts.length > 0 ? 'survey.conflict' : 'survey.merged'));
  focusHeading(survey);
};

/**
 * Brings in what was answered in other tabs. True when that has to be read before it is sent: answers that are new
 * here, or a question answered twice.
 */
const hasNews = async (finish: Finish): Promise<boolean> => {
  const { drafts } = finish;
  // A question open when the button is pressed is looked at first, also if it is settled the next moment.
  const isNew =
    drafts.others.conflicts.length > 0 || (await drafts.others.catchUp()) || drafts.others.conflicts.length > 0;
  if (isNew) tellNews(finish);
  return isNew;
};

/** Checks everything once more, asks the page, and hands the answer to the outbox. */
export const send = async (finish: Finish): Promise<void> => {
  if (finish.sending) return;
  finish.sending = true;
  try {
    if (!(await hasNews(finish))) await sendNow(finish);
  } finally {
    finish.sending = false;
  }
};

const sendNow = async (finish: Finish): Promise<void> => {
  const { survey, drafts } = finish;
  const { session, survey: definition, phase } = survey;
  if (!session || !definition || phase.name !== 'ready') return;
  const answers = finalAnswers(definition, session.state.answers);
  const attachments = (drafts.entry?.attachments ?? []).filter(({ field, sha256 }) => isNamed(answers, field, sha256));
  const issues = [
    ...checkAnswers(definition.form, answers),
    ...checkAttachments(definition.form, answers, attachments),
  ];
  if (issues.length > 0) return showFirst(finish, issues);
  if (!survey.host.dispatchEvent(new SurveySubmitRequestEvent(survey.detail))) return;
  finish.noteTrap();
  survey.enter({ name: 'submitting' });
  try {
    if (!drafts.entry) await drafts.open();
    await drafts.flush();
    if (drafts.others.conflicts.length > 0 || !isSameValue(finalAnswers(definition, session.state.answers), answers)) {
      // Writing it has brought in what another tab wrote: that is read, and checked, before it is sent.
      survey.enter(phase);
      tellNews(finish);
      return;
    }
    const entry = drafts.entry!;
    const [store, queued] = await enqueue(finish, entry, await createSubmission(finish, definition, entry, answers));
    if (queued.state === 'draft') {
      // Changed in another tab at this very moment.
      survey.enter(phase);
      await hasNews(finish);
      return;
    }
    await follow(finish, store, queued, true);
  } catch {
    // The sender's own code could not be had: the answers stay on the page, as they were.
    survey.enter(phase);
    finish.missPart();
  }
};
