import type { Page } from 'playwright-core';
import { axeViolationsOf } from '@cmto/testing/axe-in-page';
import { overflowOf, widthFaultOf } from './layout.ts';

/**
 * What axe, or a person with a small window, would find wrong on what is shown now: as it is, and at 320 px (which is
 * also what a zoom of 400 % gives) in forced colours. One line each.
 */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const faults = await axeViolationsOf(page);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ forcedColors: 'active' });
  const small = [...(await axeViolationsOf(page)), ...(await widthFaultOf(page)), ...(await overflowOf(page))];
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(size);
  return [...faults, ...small.map((fault) => `320 px, forced colours: ${fault}`)];
};
