import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

/** Where and why a text is no JSON. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** In words, without quoting the text. */
  readonly reason: string;
}

/** Line and column, both from 1, of an offset in a text. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/** The first thing that keeps a text from being JSON; undefined when all that is wrong is that it is nested too deep. */
export function findJsonFault(text: string): JsonFault | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowEmptyContent: false });
  } catch {
    // The stack ends before the text does.
    return undefined;
  }
  const [first] = errors;
  return first && { ...placeAt(text, first.offset), reason: toWords(printParseErrorCode(first.error)) };
}

/** `PropertyNameExpected` → `property name expected`. */
const toWords = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
