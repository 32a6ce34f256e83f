/** Names of the marks the driver leaves: `answer:TYPE:NUMBER:start` and `…:end`, `toggle:…` likewise. */
export type Span = { kind: 'answer' | 'toggle'; type: string; name: string };

/** What to do in which order: field ids with their types, and the field whose choice toggles others. */
export interface Course {
  fields: { id: string; type: string }[];
  toggle: { id: string; times: number };
  /** Milliseconds after a toggle in which all work counts. */
  aftermath: number;
}

/**
 * Runs in the page: answers every question as a person's clicks and typing arrive at the page (events on native
 * controls), one per frame, and marks where each answer and its next frame begin and end.
 */
export async function drive(course: Course): Promise<Span[]> {
  const widget = document.querySelector('[data-widget]')!;
  const root = widget.shadowRoot ?? widget;
  const spans: Span[] = [];
  // A message posted within the frame's callback is delivered after that frame's style, layout and paint.
  const frameDone = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(0);
      });
    });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  async function span(kind: Span['kind'], type: string, act: () => void, wait: () => Promise<unknown>): Promise<void> {
    const name = `${kind}:${spans.length}`;
    spans.push({ kind, type, name });
    performance.mark(`${name}:start`);
    act();
    await wait();
    performance.mark(`${name}:end`);
    await pause(20);
  }
  const fire = (control: Element) => {
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const write = (control: HTMLInputElement, text: string) => {
    control.focus();
    control.value = text;
    fire(control);
  };

  const texts: Record<string, [string, string]> = { number: ['12', '34'], date: ['2026-11-20', '2027-01-31'] };

  /** Two answers to each question as a person who changes their mind; three of a checklist; each row of a matrix. */
  function actsOn(field: Element, type: string): (() => void)[] {
    const select = field.querySelector('select');
    if (select) {
      return [100, 200].map((index) => () => {
        select.selectedIndex = index;
        fire(select);
      });
    }
    const ticks = [...field.querySelectorAll<HTMLInputElement>('input[type=radio],input[type=checkbox]')];
    if (ticks.length) {
      const groups = Map.groupBy(ticks, (tick) => tick.name);
      const chosen =
        groups.size > 1 && type === 'matrix'
          ? [...groups.values()].map((group) => group[2]!)
          : ticks[0]!.type === 'radio'
            ? [ticks[3]!, ticks[1]!]
            : ticks.slice(0, 3);
      return chosen.map((tick) => () => tick.click());
    }
    const control = field.querySelector<HTMLInputElement>('input,textarea');
    if (!control) return [];
    return (texts[type] ?? ['Una risposta', 'Una risposta più lunga']).map((text) => () => write(control, text));
  }

  const choose = (index: number) => {
    const field = root.querySelector(`[data-field="${course.toggle.id}"]`)!;
    field.querySelectorAll<HTMLInputElement>('input')[index]!.click();
  };
  const whileQuiet = () => pause(course.aftermath);
  choose(0);
  await pause(1500);
  for (const { id, type } of course.fields) {
    const field = root.querySelector(`[data-field="${id}"]`);
    if (!field || field.closest('[hidden]')) continue;
    for (const act of actsOn(field, type)) await span('answer', type, act, frameDone);
  }
  await pause(1500);
  for (let time = 0; time < course.toggle.times; time += 1) {
    await span('toggle', 'hide', () => choose(1), whileQuiet);
    await span('toggle', 'show', () => choose(0), whileQuiet);
  }
  return spans;
}
