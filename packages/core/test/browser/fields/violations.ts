import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  }
}

/** What axe finds wrong with the hosted field, one line each. */
export const violations = async (): Promise<string[]> => {
  // The page around the field is a test's, without landmarks or headings.
  const rules = { region: { enabled: false } };
  const results = await window.axe.run('field-host', { rules, resultTypes: ['violations'] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((each) => `${id}: ${each.html}`));
};
