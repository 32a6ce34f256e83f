/** What a paragraph is in its source: shown as such, compared as text. */
export type ParagraphKind = 'text' | 'item' | 'quote' | 'row' | 'code';

/** The smallest part of a document that an observation is attached to, with its plain text. */
export interface Paragraph {
  /** Follows from the text alone, so that it is the same in Markdown, in HTML and on the page of a CMS. */
  readonly id: string;
  readonly kind: ParagraphKind;
  /** In Unicode NFC, runs of blanks as one space, without blanks at the ends. Never empty. */
  readonly text: string;
}

/** A heading and what stands under it, up to the next heading of any level. */
export interface Section {
  /** The source's own id, else the number that the heading begins with, else its words: see `sectionId`. */
  readonly id: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  /** Plain text; empty at level 0. */
  readonly heading: string;
  /** The id of the section around this one. */
  readonly parent?: string;
  /** Of its heading in the source, from 1. */
  readonly line?: number;
  /** The id that its source gives it, where another section has it already. */
  readonly clash?: string;
  readonly paragraphs: readonly Paragraph[];
}

/** One version of a document under consultation, as text. Ids are unique within it. */
export interface TextDocument {
  readonly sections: readonly Section[];
}

/** What a source is read into: headings and paragraphs in their order. */
export type Block =
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly text: string;
      readonly id?: string;
      /** In the source, from 1. */
      readonly line?: number;
    }
  | { readonly type: 'paragraph'; readonly kind: ParagraphKind; readonly text: string };
