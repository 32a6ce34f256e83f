/** Not every browser has it, nor as the standard says. */
type ComposedSelection = Omit<Selection, 'getComposedRanges'> & Partial<Pick<Selection, 'getComposedRanges'>>;

/** What is selected, also inside the shadow root of an event's tag; the browsers differ in how they tell. */
export const selectedRange = (root: ShadowRoot | undefined): Range | undefined => {
  const selection = document.getSelection() as ComposedSelection | null;
  if (!selection) return undefined;
  const own = root && (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.();
  const composed = root && selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  const found =
    composed ?? (own?.rangeCount ? own.getRangeAt(0) : selection.rangeCount ? selection.getRangeAt(0) : undefined);
  if (!found || found.collapsed) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed ? undefined : range;
};

/** Tells what is selected in the page, with one listener however long the document is. */
export class PassageWatch {
  readonly #root: () => ShadowRoot | undefined;
  readonly #tell: (range: Range | undefined) => void;
  readonly #listen = (): void => this.#tell(selectedRange(this.#root()));

  constructor(root: () => ShadowRoot | undefined, tell: (range: Range | undefined) => void) {
    this.#root = root;
    this.#tell = tell;
  }

  start(): void {
    document.addEventListener('selectionchange', this.#listen);
  }

  stop(): void {
    document.removeEventListener('selectionchange', this.#listen);
  }
}
