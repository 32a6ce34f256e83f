import { executeServerCommand } from '@web/test-runner-commands';

interface AccessNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value?: string | number;
  readonly level?: number;
  readonly required?: boolean;
  readonly invalid?: string;
  readonly checked?: string;
  readonly expanded?: boolean;
  readonly pressed?: string;
  readonly focused?: boolean;
}

/** Roles without meaning of their own: a screen reader says nothing for them. */
const silent = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'StaticText',
  'LineBreak',
  'RootWebArea',
  'ListMarker',
  'LabelText',
  'Legend',
  'paragraph',
  'strong',
  'emphasis',
  'form',
]);

const states = (node: AccessNode): string[] => [
  ...(node.level ? [`level ${node.level}`] : []),
  ...(node.required ? ['required'] : []),
  ...(node.invalid === 'true' ? ['invalid'] : []),
  ...(node.checked === 'true' ? ['checked'] : []),
  ...(node.pressed === 'true' ? ['pressed'] : []),
  ...(node.expanded === undefined ? [] : [node.expanded ? 'expanded' : 'collapsed']),
  ...(node.value === undefined || node.value === '' ? [] : [`value “${node.value}”`]),
  ...(node.description ? [`described “${node.description}”`] : []),
];

/** What the browser tells a screen reader about the page, one line per thing, in reading order. */
export const spoken = async (): Promise<string[]> => {
  // The tree follows the page a frame later.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const nodes = (await executeServerCommand('access-tree')) as AccessNode[];
  return nodes
    .filter(({ role }) => !silent.has(role))
    .map((node) => [`${node.role}${node.name ? ` “${node.name}”` : ''}`, ...states(node)].join(', '));
};
