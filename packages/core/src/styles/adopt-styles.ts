const sheets = new Map<string, CSSStyleSheet>();

/** The sheet of a text of styles, one for all roots: the browser parses and keeps it once. */
const sheetOf = (styles: string): CSSStyleSheet => {
  const sheet = sheets.get(styles) ?? new CSSStyleSheet();
  if (!sheets.has(styles)) sheet.replaceSync(styles);
  sheets.set(styles, sheet);
  return sheet;
};

/** Adds styles to those that a root has, each once: a widget's own, or the page's that a tag without one stands in. */
export const adoptStyles = (root: DocumentOrShadowRoot, ...styles: string[]): void => {
  const adopted = new Set([...root.adoptedStyleSheets, ...styles.map(sheetOf)]);
  // Even the same list, set again, makes the browser style the whole widget anew.
  if (adopted.size > root.adoptedStyleSheets.length) root.adoptedStyleSheets = [...adopted];
};
