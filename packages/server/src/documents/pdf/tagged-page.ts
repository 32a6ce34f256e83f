import PDFDocument from 'pdfkit';
import type { Face, Weight } from './faces.ts';
import { qrCode } from './qr-code.ts';
import type { Run } from './runs.ts';
import { linesOf } from './text-lines.ts';

/** How a piece of text looks, in points. */
export interface Style {
  readonly size: number;
  readonly weight: Weight;
  /** Room above it. */
  readonly above: number;
  /** Kept free at the right. */
  readonly narrower?: number;
  /** Room that what comes next needs on the same page. */
  readonly below?: number;
}

export type Tag = 'P' | 'H1' | 'H2' | 'H3' | 'Lbl' | 'LBody';

/** An element of the logical structure that others are put into. */
export type Part = PDFKit.PDFStructureElement;

export interface TaggedOptions {
  readonly title: string;
  readonly author: string;
  readonly created: Date;
}

const margin = 56;
const foot = 40;

/** Pages of A4 with their logical structure: each piece of text says what it is, and is read in this order. */
export class TaggedPages {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #names = new Map<Face, string>();
  readonly #root: Part;
  readonly #written: Promise<Buffer>;
  #y = margin;

  constructor({ title, author, created }: TaggedOptions) {
    this.#pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'it-IT',
      displayTitle: true,
      bufferPages: true,
      // The standard fonts have no letters but Latin ones, and are not embedded.
      font: null as unknown as string,
      info: { Title: title, Author: author, CreationDate: created, Producer: '', Creator: '' },
    });
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
    this.#written = collect(this.#pdf);
  }

  /** A group of what follows; without one to be in, at the top. */
  part(type: 'Sect' | 'L' | 'LI', within: Part = this.#root): Part {
    const part = this.#pdf.struct(type);
    within.add(part);
    return part;
  }

  text(tag: Tag, text: string, style: Style, within: Part = this.#root): void {
    const { size, weight, above, narrower = 0, below = 0 } = style;
    const measure = (run: Run): number => this.#use(run, size).widthOfString(run.text, shapingOf(run));
    const lines = linesOf(text, weight, this.#width - narrower, measure);
    const height = size * 1.35;
    this.#y += above;
    const drawn = lines.map((line) => {
      if (this.#y + height + below > this.#bottom) this.#turn();
      return this.#marked(tag, () => this.#line(line, size, margin, height));
    });
    const element = this.#pdf.struct(tag);
    for (const content of drawn) element.add(content);
    element.end();
    within.add(element);
  }

  /** A QR code at the right of the page, from where the text is now; the text stays where it is. */
  qr(text: string, alt: string, side: number): void {
    const { size, dark } = qrCode(text);
    const module = side / size;
    const left = this.#pdf.page.width - margin - side;
    const content = this.#marked('Figure', () => {
      for (const [x, y] of dark) this.#pdf.rect(left + x * module, this.#y + y * module, module, module);
      this.#pdf.fill('black');
    });
    const figure = this.#pdf.struct('Figure', { alt });
    figure.add(content);
    figure.end();
    this.#root.add(figure);
  }

  /** Goes on below what reaches so far down. */
  below(y: number): void {
    this.#y = Math.max(this.#y, y);
  }

  get y(): number {
    return this.#y;
  }

  /** Writes a few lines at the foot of every page, which are no part of the text, and gives the file. */
  finish(footer: (page: number, pages: number) => string): Promise<Buffer> {
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(page);
      this.#pdf.markContent('Artifact', { type: 'Pagination' });
      const size = 8;
      const lines = linesOf(footer(page + 1, count), 'regular', this.#width, (run) =>
        this.#use(run, size).widthOfString(run.text, shapingOf(run)),
      );
      this.#y = this.#pdf.page.height - foot;
      for (const line of lines) this.#line(line, size, margin, size + 2);
      this.#pdf.endMarkedContent();
    }
    this.#root.end();
    this.#pdf.end();
    return this.#written;
  }

  get #width(): number {
    return this.#pdf.page.width - 2 * margin;
  }

  get #bottom(): number {
    return this.#pdf.page.height - margin - 16;
  }

  #turn(): void {
    this.#pdf.addPage();
    this.#y = margin;
  }

  #marked(tag: string, draw: () => void): PDFKit.PDFStructureContent {
    const content = this.#pdf.markStructureContent(tag);
    draw();
    this.#pdf.endMarkedContent();
    return content;
  }

  #line(line: readonly Run[], size: number, left: number, height: number): void {
    // Faces differ in height; what they share is the line they stand on.
    const baseline = this.#y + size * 1.05;
    const actual = actualTextOf(line);
    if (actual !== undefined) this.#pdf.markContent('Span', { actual });
    let x = left;
    for (const run of line) {
      const pdf = this.#use(run, size);
      pdf.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...shapingOf(run) });
      x += pdf.widthOfString(run.text, shapingOf(run));
    }
    if (actual !== undefined) this.#pdf.endMarkedContent();
    this.#y += height;
  }

  #use({ face }: Run, size: number): PDFKit.PDFDocument {
    let name = this.#names.get(face);
    if (name === undefined) {
      name = `face-${this.#names.size}`;
      this.#names.set(face, name);
      this.#pdf.registerFont(name, face.bytes);
    }
    return this.#pdf.font(name).fontSize(size);
  }
}

type Features = { features: PDFKit.Mixins.OpenTypeFeatures[] };

/** What western Europe writes with: drawn word by word, each shaped once for the whole receipt. */
const western = /^[ -~\u00a0-\u00ff\u2010-\u2027\u20ac]*$/;

/** Letters stay whole: taken apart into base and dot, as this font would have it, they could not be copied or read aloud. */
const whole = { features: { ccmp: false } as unknown as Features['features'] };

/** Asked for any feature, even none, a run is shaped as a whole, and not word by word from left to right. */
const atOnce: Features = { features: [] };

/** Scripts whose letters are drawn in pieces, or in another order than they are written in. */
const rearranged = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Devanagari}]/u;

const shapingOf = ({ text }: Run): Partial<Features> =>
  western.test(text) ? {} : rearranged.test(text) ? atOnce : whole;

/** What is to be copied and read aloud where the glyphs alone do not tell. */
function actualTextOf(line: readonly Run[]): string | undefined {
  const text = line.map((run) => run.text).join('');
  return rearranged.test(text) ? text : undefined;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
