import { html, nothing, type TemplateResult } from 'lit-html';

interface HeadingOptions {
  /** Can be focused by script, as the place where a new step begins. */
  readonly target?: boolean;
  readonly part?: string;
  readonly id?: string;
}

/** A native heading of the level that fits the page's outline. */
export const renderHeading = (level: number, content: unknown, options: HeadingOptions = {}): TemplateResult => {
  const part = options.part ?? nothing;
  const id = options.id ?? nothing;
  const target = options.target ? '-1' : nothing;
  const focus = options.target ?? false;
  // What is no number is the level by default.
  switch (Math.min(6, Math.max(1, Math.round(level) || 2))) {
    case 1:
      return html`<h1 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h5>`;
    default:
      return html`<h6 id=${id} part=${part} tabindex=${target} ?data-heading=${focus}>${content}</h6>`;
  }
};
