import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const run = (within: string): string => `axe.run(${JSON.stringify(within)}, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
}).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
  nodes.map(({ target, failureSummary }) => id + ': ' + help + ' — ' + target.flat().join(' ') + ' — ' + failureSummary)))`;

/** Evaluates in a world of its own: the page's document, but neither its policy nor what it did to the prototypes. */
const evaluateApart = async (cdp: CDPSession, expression: string): Promise<unknown> => {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: 'axe' });
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
};

/**
 * One line per thing axe finds wrong in a driven browser, whatever the page forbids or has broken: on the whole page,
 * or in the elements of a selector.
 */
export const axeViolationsOf = async (page: Page, within = 'html'): Promise<string[]> => {
  const cdp = await page.context().newCDPSession(page);
  try {
    return (await evaluateApart(cdp, `${source};\n${run(within)}`)) as string[];
  } finally {
    await cdp.detach();
  }
};
