import { html, type TemplateResult } from 'lit-html';

/** A heading of the document: the place that the outline and the search lead to. */
export const renderTitle = (level: number, language: string, words: unknown): TemplateResult => {
  switch (Math.min(6, Math.max(2, level))) {
    case 2:
      return html`<h2 lang=${language} data-title tabindex="-1">${words}</h2>`;
    case 3:
      return html`<h3 lang=${language} data-title tabindex="-1">${words}</h3>`;
    case 4:
      return html`<h4 lang=${language} data-title tabindex="-1">${words}</h4>`;
    case 5:
      return html`<h5 lang=${language} data-title tabindex="-1">${words}</h5>`;
    default:
      return html`<h6 lang=${language} data-title tabindex="-1">${words}</h6>`;
  }
};
