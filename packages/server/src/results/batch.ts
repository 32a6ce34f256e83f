import type { KeyObject } from 'node:crypto';
import type { MunicipalityList, Results, Survey } from '@cmto/contract';
import { toClosedQuestion, type ClosedQuestion } from './closed-question.ts';
import { controllersOf, type Controller } from './dependence.ts';
import { toResultField } from './result-fields.ts';
import type { StoredAnswer } from '../intake/stored-answers.ts';
import { Counter, type Tally } from './tally.ts';
import { choose, isWhole, secretOrder, tell, type ToldQuestion } from './told-figures.ts';

/** A batch as stored: what is served of it, and the counts that the next one is held against. */
export interface Batch {
  readonly results: Results;
  readonly told: Readonly<Record<string, ToldQuestion>>;
}

export interface BatchOptions {
  readonly definition: Survey;
  /** Every published form: a question that hung on others in any of them is as dependent as it ever was. */
  readonly forms: readonly Survey['form'][];
  readonly municipalities: MunicipalityList;
  readonly threshold: number;
  readonly secret: KeyObject;
  readonly before: Batch | undefined;
  readonly updatedAt: string;
}

/** Conditions look at these questions' cells one by one, just as they are told. */
const telling = new Set(['choice', 'dropdown', 'choices', 'yes-no', 'scale']);

/** Counts all answers and decides what to tell of them. Undefined when there are too few altogether. */
export async function countBatch(
  answers: AsyncIterable<StoredAnswer>,
  options: BatchOptions,
): Promise<Batch | undefined> {
  const { definition, municipalities, threshold } = options;
  const questions = definition.form.pages
    .flatMap(({ fields }) => fields)
    .map((field) => toClosedQuestion(field, municipalities))
    .filter((question) => question !== undefined);
  const { responses, tallies } = await countAnswers(answers, questions);
  if (responses < threshold) return undefined;
  const told = tellAll(questions, tallies, options);
  return {
    told: Object.fromEntries(told),
    results: {
      slug: definition.slug,
      title: definition.title,
      version: definition.version,
      threshold,
      responses: { count: responses },
      updatedAt: options.updatedAt,
      fields: questions.map((question) => toResultField(question, told.get(question.id) ?? null, threshold)),
    },
  };
}

async function countAnswers(
  answers: AsyncIterable<StoredAnswer>,
  questions: readonly ClosedQuestion[],
): Promise<{ responses: number; tallies: Map<string, Tally[]> }> {
  const counters = questions.map(({ id, tables }) => ({ id, counters: tables.map((table) => new Counter(table)) }));
  let responses = 0;
  for await (const { answers: given } of answers) {
    responses += 1;
    for (const question of counters) {
      if (!Object.hasOwn(given, question.id)) continue;
      for (const counter of question.counters) counter.add(given[question.id]);
    }
  }
  return {
    responses,
    tallies: new Map(counters.map(({ id, counters: list }) => [id, list.map(({ tally }) => tally)])),
  };
}

/** In form order, so that the question another hangs on is decided before it. */
function tellAll(
  questions: readonly ClosedQuestion[],
  tallies: ReadonlyMap<string, readonly Tally[]>,
  { definition, forms, threshold, secret, before }: BatchOptions,
): Map<string, ToldQuestion> {
  const controllers = forms.map(controllersOf);
  const types = new Map(questions.map(({ id, type }) => [id, type]));
  const told = new Map<string, ToldQuestion>();
  for (const { id } of questions) {
    if (!isFree(controllers, id, types, told)) {
      told.set(id, null);
      continue;
    }
    const tables = tallies.get(id)!.map((tally, at) => {
      return tell(tally, threshold, secretOrder(secret, `${definition.slug}/${id}/${at}`, tally.counts.length));
    });
    told.set(id, choose(before?.told[id], tables, threshold));
  }
  return told;
}

/** Whether a question is always shown, or only as a question says of which every cell is told. */
function isFree(
  controllers: readonly ReadonlyMap<string, Controller>[],
  id: string,
  types: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, ToldQuestion>,
): boolean {
  return controllers.every((form) => {
    const controller = form.get(id);
    // Absent from an older form: who answered that one did not answer it.
    if (controller === null || !form.has(id)) return true;
    return controller !== undefined && telling.has(types.get(controller) ?? '') && isWhole(told.get(controller));
  });
}
