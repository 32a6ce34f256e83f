import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
// The package is a script that leaves its object on the page, not a module.
import 'axe-core/axe.min.js';

const { axe } = globalThis as unknown as {
  axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
};

/** WCAG 2.2 A and AA, and axe's own best practices. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const options: RunOptions = {
  runOnly: { type: 'tag', values: axeTags },
  resultTypes: ['violations'],
  // A widget alone on a test page has no landmarks around it; the demo's pages are checked with them.
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/** One line per thing axe finds wrong in an element, shadow roots included; empty when it finds nothing. */
export const axeViolations = async (element: Element): Promise<string[]> => {
  const { violations } = await axe.run(element as HTMLElement, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} — ${target.flat().join(' ')} — ${failureSummary}`),
  );
};
