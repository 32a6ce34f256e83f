/**
 * Prints what `fill` puts into a document of its own, and nothing of the page around it, which is not ours to restyle: in
 * a frame that stays in `place` until that goes. What is printed is on the device already, so it needs no network.
 */
export const printCopy = (place: Element, title: string, looks: string, fill: (page: Document) => void): void => {
  place.querySelector(':scope > iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'sr';
  frame.inert = true;
  frame.title = title;
  // Not right after it is added: Firefox puts a fresh document into a new frame only then.
  const show = (): void => {
    const { contentDocument, contentWindow } = frame;
    if (!contentDocument || !contentWindow) return print();
    fill(contentDocument);
    // A sheet belongs to the window that made it; neither a strict policy nor an old rule of the page touches it.
    const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(looks);
    contentDocument.adoptedStyleSheets = [sheet];
    contentWindow.focus();
    contentWindow.print();
  };
  frame.addEventListener('load', show, { once: true });
  place.append(frame);
};
