import { parseAst, type Plugin } from 'vite';

interface Quasi {
  readonly type: 'TemplateElement';
  readonly start: number;
  readonly end: number;
}

/** Runs of white space become one space, and none before the end of a tag: what a browser shows stays the same. */
const squeezeHtml = (text: string): string => text.replace(/\s+/g, ' ').replace(/(["\w]) (?=>)/g, '$1');

/** Without spaces around the marks between parts of a selector: `a > b`. */
const squeezeSelector = (selector: string): string => selector.replace(/ ?([>+~]) ?/g, '$1');

const squeezeCss = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}')
    .replace(/([ :,(-])0\./g, '$1.')
    .replace(/[^{};@]+\{/g, squeezeSelector);

const squeezers: Readonly<Record<string, (text: string) => string>> = { html: squeezeHtml, css: squeezeCss };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every piece of text in an `html` or `css` template of a syntax tree, with what to do to it. */
function* templates(node: unknown): Generator<[Quasi, (text: string) => string]> {
  if (Array.isArray(node)) for (const each of node) yield* templates(each);
  if (!isObject(node) || Array.isArray(node)) return;
  if (node['type'] === 'TaggedTemplateExpression' && isObject(node['tag']) && isObject(node['quasi'])) {
    const squeeze = squeezers[String(node['tag']['name'])];
    if (squeeze) for (const quasi of node['quasi']['quasis'] as Quasi[]) yield [quasi, squeeze];
  }
  for (const value of Object.values(node)) if (isObject(value)) yield* templates(value);
}

/** Takes the indentation out of templates and styles: minifiers leave what stands in template literals alone. */
export const squeezeTemplates = (): Plugin => ({
  name: 'cmto-squeeze-templates',
  transform: {
    filter: { id: /\/packages\/[^/]+\/src\/.*\.ts$/ },
    handler(code) {
      let result = '';
      let end = 0;
      const found = [...templates(parseAst(code, { lang: 'ts' }))].sort(([a], [b]) => a.start - b.start);
      for (const [quasi, squeeze] of found) {
        result += code.slice(end, quasi.start) + squeeze(code.slice(quasi.start, quasi.end));
        end = quasi.end;
      }
      return { code: result + code.slice(end), map: null };
    },
  },
});
