import {
  type Answers,
  type AnswerValue,
  canonicalValue,
  type Condition,
  conditionFields,
  effectiveValue,
  evaluateCondition,
  type Field,
  type Form,
  isRequired,
  type Lookup,
  type Page,
  visibleOptions,
} from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import type { AnswerEffect, FormAnswers } from './form-answers.ts';

/** One thing of the form whose presentation may hang on earlier answers: a page, or a field of it. */
interface Node {
  readonly order: number;
  readonly page: Page;
  /** Undefined for the page itself. */
  readonly field: Field | undefined;
  /** Nodes to look at again when this one's effective answer, or visibility, changes. */
  readonly dependents: Set<Node>;
  visible: boolean;
}

const quotes = /\{\{\s*([a-z][a-z0-9_-]*)\s*\}\}/g;

/** Ids quoted anywhere in a definition's texts. */
const quotedFields = (definition: object): string[] =>
  [...JSON.stringify(definition).matchAll(quotes)].map(([, id]) => id!);

const isField = (value: Page | Field): value is Field => Object.hasOwn(value, 'type');

const conditionsOf = (value: Page | Field): Condition[] => {
  const found: (Condition | undefined)[] = [own(value, 'visibleIf')];
  if (isField(value)) {
    found.push(own(value, 'requiredIf'));
    for (const option of own(value, 'options') ?? []) found.push(own(option, 'visibleIf'));
    if (value.type === 'group') found.push(...value.fields.flatMap(conditionsOf));
  }
  return found.filter((condition) => condition !== undefined);
};

/** Long lists of options quote nothing, and searching them would cost more than rendering the form. */
const mostOptions = 50;

const dependenciesOf = (value: Page | Field): string[] => {
  const named = conditionsOf(value).flatMap(conditionFields);
  if (!isField(value)) return [...named, ...quotedFields({ ...value, fields: [] })];
  const long = (own(value, 'options') ?? []).length > mostOptions;
  return [...named, ...quotedFields(long ? { ...value, options: [] } : value)];
};

/**
 * The answers of one form and what follows from them, kept up to date at a cost that depends on what hangs on the
 * answer, not on the size of the form. Decides exactly as the contract's `visibilityOf` (held by a property test).
 */
export class FormState implements FormAnswers {
  readonly form: Form;
  readonly #answers = new Map<string, AnswerValue>();
  readonly #fields = new Map<string, Node>();
  readonly #pages = new Map<string, Node>();
  readonly #nodes: Node[] = [];

  constructor(form: Form, answers: Answers = {}) {
    this.form = form;
    for (const id of Object.keys(answers)) this.#answers.set(id, answers[id]!);
    for (const page of form.pages) this.#addPage(page);
    for (const node of this.#nodes) node.visible = this.#decide(node);
  }

  raw(id: string): AnswerValue | undefined {
    return this.#answers.get(id);
  }

  readonly lookup: Lookup = (id) => {
    const node = this.#fields.get(id);
    if (!node?.visible) return undefined;
    const value = this.#answers.get(id);
    if (value === undefined || !node.field) return undefined;
    const effective = effectiveValue(node.field, value, this.lookup);
    return effective === undefined ? undefined : canonicalValue(node.field, effective);
  };

  readonly isRequired = isRequired;
  readonly visibleOptions = visibleOptions;

  field(id: string): Field | undefined {
    return this.#fields.get(id)?.field;
  }

  isVisible(fieldId: string): boolean {
    return this.#fields.get(fieldId)?.visible ?? false;
  }

  isPageVisible(pageId: string): boolean {
    return this.#pages.get(pageId)?.visible ?? false;
  }

  get pages(): Page[] {
    return this.form.pages.filter((page) => this.isPageVisible(page.id));
  }

  get answers(): Answers {
    return Object.fromEntries(this.#answers);
  }

  /** Notes an answer and tells which other fields and pages have to be shown anew. */
  set(id: string, value: AnswerValue | undefined): AnswerEffect {
    if (value === undefined) this.#answers.delete(id);
    else this.#answers.set(id, value);
    const fields = new Set<string>();
    let pages = false;
    const start = this.#fields.get(id);
    if (!start || start.dependents.size === 0) return { fields, pages };
    const due = new Set(start.dependents);
    for (let order = start.order + 1; due.size > 0 && order < this.#nodes.length; order += 1) {
      const node = this.#nodes[order]!;
      if (!due.delete(node)) continue;
      node.visible = this.#decide(node);
      if (node.field) fields.add(node.field.id);
      else pages = true;
      for (const dependent of node.dependents) due.add(dependent);
    }
    return { fields, pages };
  }

  #addPage(page: Page): void {
    const pageNode = this.#addNode(page, undefined);
    this.#pages.set(page.id, pageNode);
    for (const field of page.fields) {
      const node = this.#addNode(page, field);
      this.#fields.set(field.id, node);
      if (Object.hasOwn(page, 'visibleIf')) pageNode.dependents.add(node);
    }
  }

  #addNode(page: Page, field: Field | undefined): Node {
    const node: Node = { order: this.#nodes.length, page, field, dependents: new Set(), visible: true };
    this.#nodes.push(node);
    for (const id of dependenciesOf(field ?? page)) this.#fields.get(id)?.dependents.add(node);
    return node;
  }

  #decide({ page, field }: Node): boolean {
    const condition = own(field ?? page, 'visibleIf');
    const shown = condition === undefined || evaluateCondition(condition, this.lookup);
    return shown && (field === undefined || this.isPageVisible(page.id));
  }
}
