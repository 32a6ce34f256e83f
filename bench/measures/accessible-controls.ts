import type { Browser } from 'playwright-core';

/** Milliseconds a form gets until all its controls are there; only who does not bring them there waits so long. */
const PATIENCE = 90_000;

/**
 * How many form controls of a page, named, the browser offers to assistive technology; it waits until there are
 * `expected`, since widgets render, and the tree crosses processes, in their own time.
 *
 * Asked of the browser's own copy of the accessibility tree, the one screen readers get (`chrome://accessibility`,
 * in a browser started with `--force-renderer-accessibility`): `Accessibility.getFullAXTree` of the debugging
 * protocol leaves out what `content-visibility` skips, though Chromium does offer it.
 */
export async function countAccessibleControls(browser: Browser, address: string, expected: number): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const internals = await context.newPage();
    const end = performance.now() + PATIENCE;
    let controls = 0;
    while (controls < expected && performance.now() < end) {
      await internals.waitForTimeout(3000);
      await internals.goto('chrome://accessibility');
      const tree = await internals.evaluate(treeOf, new URL(address).pathname);
      controls = tree.split('id#=').filter(isControl).length;
    }
    return controls;
  } finally {
    await context.close();
  }
}

const isControl = (node: string) =>
  /htmlTag='(input|select|textarea)'/.test(node) && /\bname='[^']/.test(node) && !/ (ignored|invisible) /.test(node);

/** Runs in `chrome://accessibility`: has it show the tree of the page at `path`, and returns it, each node behind an `id#=`. */
async function treeOf(path: string): Promise<string> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const find = () => [...document.querySelectorAll('#pages > *')].find((row) => row.textContent?.includes(path));
  for (let turn = 0; turn < 50 && !find(); turn += 1) await pause(100);
  const show = [...(find()?.querySelectorAll('button') ?? [])].find((one) => /show.*tree/i.test(one.textContent ?? ''));
  if (!show) throw new Error('chrome://accessibility does not look as expected');
  show.click();
  // The page draws its rows anew when the tree arrives.
  const tree = () => find()?.querySelector('pre')?.textContent ?? '';
  for (let turn = 0; turn < 200 && !tree().includes('rootWebArea'); turn += 1) await pause(100);
  return tree();
}
