import { css } from '@cmto/core/styles/css';

/** In the page's document: a button under each heading, and a bar while a passage is selected. */
export const placeStyles = css`
  :host {
    padding: 0 !important;
    margin-block: 0.25em 0.75em !important;
    background: none !important;
    font-size: 1em;
    font-weight: 400;
  }
  :host([data-cmto-place='passage']) {
    position: sticky !important;
    inset-block-end: 0.75em !important;
    z-index: 1 !important;
  }
  .button {
    min-block-size: 2.5em;
    padding: 0.375em 1em;
    font-size: 0.9375em;
  }
  .outline {
    background: var(--_surface);
  }
  .outline:hover {
    border-color: var(--_strong);
    background: var(--_soft);
    color: var(--_strong);
  }
  .passage {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 2px 8px #0003;
  }
  .passage span {
    flex: 1 1 12em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
