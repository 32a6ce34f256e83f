import fc from 'fast-check';

/** Ways out of where a text may stand: an attribute, a comment, an element of raw text, a template's own marks. */
const ways = ['', '"', "'", '">', "'>", '-->', ']]>', '</textarea>', '</title>', '</style>', '</script>', '`', '\\'];
const moreWays = ['<!--lit-part-->', '<?lit$1$?>', '{{nome}}', '${1}', '&quot;>', '\u2028', '%22%3E', '+ADw-', ')'];
const openings = ['<', '<', '<', '</', '<!--', '<![CDATA[', '<?', '<!', '&lt;', '&#60;', '%3C', '＜', '\\u003c', '<<'];
const elements = [
  'script',
  'img',
  'svg',
  'math',
  'iframe',
  'style',
  'template',
  'xmp',
  'noscript',
  'a',
  'base',
  'meta',
  'link',
  'object',
  'embed',
  'form',
  'details',
  'body',
  'video',
  'x-y',
];
const attributes = [
  '',
  ' src=x onerror=alert(1)',
  '/onload=alert(1)',
  ' href=javascript:alert(1)',
  ' href="java&#9;script:alert(1)"',
  ' xlink:href=data:text/html,<script>alert(1)</script>',
  '\nstyle="x:expression(alert(1))"',
  ' srcdoc="<img src=x onerror=alert(1)>"',
  ' formaction=javascript:alert(1)',
  ' http-equiv=refresh content="0;url=//evil.example"',
  ' onfocus=alert(1) autofocus tabindex=0',
  ' open ontoggle=alert(1)',
];
const closings = ['>', '/>', '>alert(1)</script>', '&gt;', '', '><g/onload=alert(1)//', '>\u202e', '-->'];
const formulas = ['=HYPERLINK("//evil.example")', '+1', '-2+3', '@SUM(1)', '\t=1', ';=cmd|x', '|', '%0d%0aBcc: x@y.it'];

/** What somebody types who wants it to run where it is shown: in a page, a letter, a table, a document. */
export const hostileWords: fc.Arbitrary<string> = fc
  .record({
    way: fc.constantFrom(...ways, ...moreWays),
    opening: fc.constantFrom(...openings),
    element: fc.constantFrom(...elements),
    isUpper: fc.boolean(),
    attribute: fc.constantFrom(...attributes),
    closing: fc.constantFrom(...closings),
    formula: fc.option(fc.constantFrom(...formulas), { freq: 4 }),
    /** So that each can be told from all others. */
    mark: fc.nat({ max: 2 ** 31 }),
  })
  .map(({ way, opening, element, isUpper, attribute, closing, formula, mark }) =>
    [formula ?? '', way, opening, isUpper ? element.toUpperCase() : element, attribute, closing, mark].join(''),
  );
