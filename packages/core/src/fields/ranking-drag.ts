/** By which a finger takes hold of a line; elsewhere on it, a finger scrolls the page. */
const handle = '.rank-place';

const middleOf = (line: Element): number => {
  const { top, height } = line.getBoundingClientRect();
  return top + height / 2;
};

/** Marks between which lines the dragged one would come to stand. */
const mark = (others: readonly HTMLElement[], to: number | undefined): void => {
  others.forEach((line, index) => {
    const side = to === index ? 'before' : to === others.length && index === to - 1 ? 'after' : undefined;
    if (side) line.dataset['drop'] = side;
    else delete line.dataset['drop'];
  });
};

/**
 * Lets a pointer move one line of a list, from a `pointerdown` on it: a mouse anywhere but on a button, a finger or a
 * pen by the handle. `done` hears the new index, once; nothing when the line is let go where it was, or with Escape.
 * The list itself is not touched meanwhile: a line that moves in the page loses its pointer.
 */
export const dragLine = (event: PointerEvent, done: (to: number) => void): void => {
  const line = event.currentTarget as HTMLElement;
  const on = event.target as Element;
  const isHeld = event.pointerType === 'mouse' ? !on.closest('button') : on.closest(handle) !== null;
  if (!isHeld || event.button !== 0 || !event.isPrimary) return;
  const lines = [...line.parentElement!.children] as HTMLElement[];
  const others = lines.filter((each) => each !== line);
  const from = lines.indexOf(line);
  let to = from;
  const over = new AbortController();
  const end = (isDropped: boolean): void => {
    over.abort();
    line.style.translate = '';
    delete line.dataset['dragged'];
    mark(others, undefined);
    if (isDropped && to !== from) done(to);
  };
  const follow = ({ clientY }: PointerEvent): void => {
    line.style.translate = `0 ${clientY - event.clientY}px`;
    line.dataset['dragged'] = '';
    to = others.filter((other) => middleOf(other) < clientY).length;
    mark(others, to === from ? undefined : to);
  };
  const { signal } = over;
  line.setPointerCapture(event.pointerId);
  line.addEventListener('pointermove', follow, { signal });
  line.addEventListener('pointerup', () => end(true), { signal });
  line.addEventListener('pointercancel', () => end(false), { signal });
  line.ownerDocument.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
};
