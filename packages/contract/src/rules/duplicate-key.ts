import { pointerStep } from './issue.ts';

/** An object being read, with the names it has had, or a list, with the place reached. */
interface Open {
  readonly names: Set<string> | undefined;
  step: string | number;
}

/** Where the string that begins at `start` ends: the index of its closing quote. */
const endOfString = (json: string, start: number): number => {
  let end = start;
  for (;;) {
    end = json.indexOf('"', end + 1);
    let before = end - 1;
    while (json[before] === '\\') before -= 1;
    // An even number of backslashes is a row of escaped backslashes.
    if ((end - before) % 2 === 1) return end;
  }
};

const nextToken = /["{}[\],]/g;
const colonNext = /\s*:/y;

const isName = (json: string, after: number): boolean => {
  colonNext.lastIndex = after;
  return colonNext.test(json);
};

/** Whether a text is exactly how its value is written: then no name can be in it twice. Nearly every body is. */
const isWrittenFrom = (json: string, value: unknown): boolean => {
  try {
    return JSON.stringify(value) === json;
  } catch {
    // Nested deeper than the stack is.
    return false;
  }
};

/**
 * Pointer to the first name that an object of this JSON text has twice; `value` is what `JSON.parse` made of the text.
 * It keeps the last of them without a word, other readers the first: what one has checked is not what the other stores.
 */
export const duplicateKey = (json: string, value: unknown): string | undefined =>
  isWrittenFrom(json, value) ? undefined : findDuplicate(json);

/** Reads the text once, without recursion: it may be nested as deep as it likes. */
const findDuplicate = (json: string): string | undefined => {
  const open: Open[] = [];
  nextToken.lastIndex = 0;
  for (let token = nextToken.exec(json); token; token = nextToken.exec(json)) {
    const top = open.at(-1);
    switch (token[0]) {
      case '{':
        open.push({ names: new Set(), step: '' });
        break;
      case '[':
        open.push({ names: undefined, step: 0 });
        break;
      case ',':
        if (typeof top!.step === 'number') top!.step += 1;
        break;
      case '"': {
        const end = endOfString(json, token.index);
        nextToken.lastIndex = end + 1;
        if (!top?.names || !isName(json, end + 1)) break;
        const name = JSON.parse(json.slice(token.index, end + 1)) as string;
        top.step = name;
        if (top.names.has(name)) return open.map(({ step }) => pointerStep(step)).join('');
        top.names.add(name);
        break;
      }
      default:
        open.pop();
    }
  }
  return undefined;
};
