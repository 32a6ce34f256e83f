import type { Equal } from './equal-texts.ts';
import { pair } from './pairs.ts';
import type { Node, Prose } from './prose.ts';

const pairsOf = ({ units, parts }: Equal, { kind }: Node): Equal['units'] => (kind === 'paragraph' ? units : parts);

const isOpen = (equal: Equal, node: Node | undefined): boolean =>
  node !== undefined && pairsOf(equal, node).forth[node.index] === -1;

/** Where each node's counterpart would stand, by kind and index. */
const positions = ({ nodes }: Prose): Map<string, number> =>
  new Map(nodes.map(({ kind, index }, at) => [`${kind} ${index}`, at]));

/** The place of a node's counterpart; the two ends of a document correspond. */
const counterpart = (from: Prose, to: Prose, equal: Equal, there: Map<string, number>, at: number): number => {
  const node = from.nodes[at];
  if (!node) return at < 0 ? -1 : to.nodes.length;
  return there.get(`${node.kind} ${pairsOf(equal, node).forth[node.index]}`) ?? Number.NaN;
};

const isEqual = (a: Node, b: Node | undefined): boolean => a.kind === b?.kind && a.text === b.text;

/**
 * Pairs runs of repeated text that stand between the same two places in both versions and are equal word for word.
 * An unchanged document is one such run.
 */
export const pairRuns = (from: Prose, to: Prose, equal: Equal): void => {
  const there = positions(to);
  for (let start = 0, end = 0; start < from.nodes.length; start = end + 1) {
    end = start;
    while (isOpen(equal, from.nodes[end])) end++;
    if (end === start) continue;
    const shift = counterpart(from, to, equal, there, start - 1) - (start - 1);
    if (counterpart(from, to, equal, there, end) - end !== shift) continue;
    const run = from.nodes.slice(start, end);
    if (!run.every((node, at) => isEqual(node, to.nodes[start + at + shift]))) continue;
    for (const [at, node] of run.entries()) pair(pairsOf(equal, node), node.index, to.nodes[start + at + shift]!.index);
  }
};
