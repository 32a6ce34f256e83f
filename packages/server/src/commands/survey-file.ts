import { readFileSync, statSync } from 'node:fs';
import type { ConsultationFile, ServiceFile, SurveyFile } from '@cmto/contract';
import {
  type FileIssue,
  readConsultationFile,
  type ReadFile as ContractRead,
  readServiceFile,
  readSurveyFile,
} from '@cmto/contract/schemas';
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { findJsonFault, placeAt } from '../http/json-place.ts';
import type { DefinitionKind } from '../surveys/definition.ts';
import { withSections } from './document-file.ts';

/** A definition file that may be imported, with its warnings; or all the reasons why not. Every line names its place. */
export type ReadFile =
  | { readonly kind: 'survey'; readonly file: SurveyFile; readonly warnings: readonly string[] }
  | { readonly kind: 'service'; readonly file: ServiceFile; readonly warnings: readonly string[] }
  | { readonly kind: 'consultation'; readonly file: ConsultationFile; readonly warnings: readonly string[] }
  | { readonly file?: undefined; readonly errors: readonly string[] };

/** More text than any survey has. */
const sizeLimit = 5_000_000;

/** `expected`: what it must be; without it, whatever it looks like: only services have a procedure, only consultations moderation. */
export function readDefinition(path: string, expected?: DefinitionKind): ReadFile {
  let text: string;
  try {
    if (statSync(path).size > sizeLimit) return { errors: [`${path}: larger than ${sizeLimit} bytes`] };
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return { errors: [`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`] };
  }
  const fault = findJsonFault(text);
  if (fault) return { errors: [`${path}:${fault.line}:${fault.column}: not JSON: ${fault.reason}`] };
  return readText(path, text, expected);
}

function readText(path: string, text: string, expected: DefinitionKind | undefined): ReadFile {
  const tree = treeOf(text);
  if (!tree) return { errors: [`${path}: not JSON: nested too deep`] };
  const say = ({ pointer, message }: { pointer: string; message: string }): string => {
    const { line, column } = placeAt(text, offsetOf(tree, stepsOf(pointer)));
    return `${path}:${line}:${column}: ${pathOf(stepsOf(pointer))}: ${message}`;
  };
  const doubled = findDoubledKeys(tree);
  if (doubled.length > 0) {
    return {
      errors: doubled.map(
        (key) => `${path}:${placeText(text, key.offset)}: the key "${String(key.value)}" is there twice`,
      ),
    };
  }
  const value = JSON.parse(text) as unknown;
  switch (expected ?? looksLike(tree)) {
    case 'survey':
      return toRead('survey', readSurveyFile(value), say);
    case 'service':
      return toRead('service', readServiceFile(value), say);
    case 'consultation': {
      const whole = withSections(path, value);
      return whole.errors ? { errors: whole.errors } : toRead('consultation', readConsultationFile(whole.value), say);
    }
  }
}

const looksLike = (tree: Node): DefinitionKind => {
  if (findNodeAtLocation(tree, ['moderation'])) return 'consultation';
  return findNodeAtLocation(tree, ['procedure']) ? 'service' : 'survey';
};

const toRead = <Kind extends DefinitionKind, File>(
  kind: Kind,
  read: ContractRead<File>,
  say: (issue: FileIssue) => string,
) => (read.warnings ? { kind, file: read.file, warnings: read.warnings.map(say) } : { errors: read.errors.map(say) });

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text, [], { disallowComments: true });
  } catch {
    // The stack ends before the text does.
    return undefined;
  }
}

const placeText = (text: string, offset: number): string => {
  const { line, column } = placeAt(text, offset);
  return `${line}:${column}`;
};

/** JSON takes the last of two equal keys; whoever wrote both meant something else. */
function findDoubledKeys(node: Node): Node[] {
  const children = node.children ?? [];
  const keys = node.type === 'object' ? children.flatMap(({ children: [key] = [] }) => (key ? [key] : [])) : [];
  const seen = new Set<unknown>();
  const doubled = keys.filter(({ value }) => seen.size === seen.add(value).size);
  return [...doubled, ...children.flatMap(findDoubledKeys)];
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Of something that is missing, the place of what it is missing from. */
function offsetOf(tree: Node, steps: readonly string[]): number {
  for (let length = steps.length; length > 0; length -= 1) {
    const path = steps.slice(0, length);
    const node = nodeAt(tree, path);
    if (node) return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return tree.offset;
}

function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const step of path) node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]);
  return node;
}

/** `form.pages[2].fields[0].type` */
const pathOf = (steps: readonly string[]): string =>
  steps
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '') || 'the file';
