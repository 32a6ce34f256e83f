import { printCopy } from '@cmto/core/element/print-copy';

const looks = `
  body { margin: 0; font: 11pt/1.5 system-ui, sans-serif; }
  h1 { font-size: 20pt; line-height: 1.2; }
  h2, h3, h4, h5, h6 { break-after: avoid; line-height: 1.25; }
  p, li { orphans: 3; widows: 3; }
  .row { border-block-end: 0.5pt solid; }
`;

/** Prints a document's text, without what can be pressed or is written about it. */
export const printDocument = (shown: Element, frameTitle: string, title: string, language: string): void =>
  printCopy(shown, frameTitle, looks, (page) => {
    const heading = page.createElement('h1');
    heading.textContent = title;
    const texts = [...shown.querySelectorAll('[data-text]')].map((text) => page.importNode(text, true));
    page.title = title;
    page.documentElement.lang = language;
    page.body.append(heading, ...texts);
  });
