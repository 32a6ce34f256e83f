import { TaggedPages, type Part, type Style } from './tagged-page.ts';

export const styles = {
  institution: { size: 10, weight: 'regular', above: 0 },
  title: { size: 20, weight: 'bold', above: 4 },
  notice: { size: 10, weight: 'bold', above: 6 },
  body: { size: 10, weight: 'regular', above: 4 },
  heading: { size: 13, weight: 'bold', above: 16, below: 40 },
  subheading: { size: 11, weight: 'bold', above: 10, below: 40 },
  label: { size: 9, weight: 'regular', above: 7, below: 15 },
  value: { size: 10.5, weight: 'bold', above: 0 },
  fine: { size: 8.5, weight: 'regular', above: 0 },
} as const satisfies Record<string, Style>;

export type Told = readonly (readonly [term: string, value: string | undefined])[];

/** A section of terms and what is said of each. */
export function section(pages: TaggedPages, title: string, told: Told, value: Style = styles.value): void {
  list(pages, open(pages, title), told, value);
}

/** What there is nothing to say of is left out. */
export function list(pages: TaggedPages, within: Part, told: Told, value: Style = styles.value): void {
  const items = pages.part('L', within);
  for (const [term, words] of told) {
    if (!words) continue;
    const item = pages.part('LI', items);
    pages.text('Lbl', term, styles.label, item);
    pages.text('LBody', words, value, item);
  }
}

/** A part with its heading. */
export function open(pages: TaggedPages, title: string): Part {
  const group = pages.part('Sect');
  pages.text('H2', title, styles.heading, group);
  return group;
}
