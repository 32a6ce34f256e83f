import { css } from '../styles/css.ts';

/** Lines with their place and their buttons. */
export const rankingStyles = css`
  .rank-title {
    margin-block: 0.75em 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 600;
  }
  .ranking ol,
  .ranking ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rank-line {
    display: flex;
    align-items: center;
    gap: 0.75em;
    margin-block-end: 0.5em;
    padding: 0.375em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_soft);
  }
  .rank-open {
    margin-block-end: 0.5em;
  }
  .rank-open > .rank-button {
    display: flex;
    gap: 0.75em;
    inline-size: 100%;
    padding: 0.5em 0.75em;
    border-style: dashed;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  .rank-open [aria-hidden] {
    color: var(--_accent);
    font-weight: 700;
  }
  .rank-place {
    min-inline-size: 2.5em;
    font-weight: 700;
    text-align: center;
  }
  .ranked {
    cursor: grab;
    user-select: none;
  }
  /* A finger on the handle drags; beside it, the page scrolls. */
  .ranked .rank-place {
    align-self: stretch;
    align-content: center;
    touch-action: none;
  }
  .ranked .rank-place::before {
    content: '⠿ ' / '';
    color: var(--_muted);
    font-weight: 400;
  }
  .ranked[data-dragged] {
    position: relative;
    z-index: 1;
    box-shadow: 0 4px 12px rgb(0 0 0 / 25%);
    cursor: grabbing;
  }
  .ranked[data-drop='before'] {
    box-shadow: 0 -5px 0 -1px var(--_accent);
  }
  .ranked[data-drop='after'] {
    box-shadow: 0 5px 0 -1px var(--_accent);
  }
  .rank-words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .rank-buttons {
    display: flex;
    gap: 0.25em;
  }
  .rank-button {
    min-inline-size: 2.5em;
    min-block-size: 2.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  .rank-button:hover {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  .rank-button[aria-disabled] {
    border-color: var(--_line);
    color: var(--_muted);
    opacity: 0.5;
    cursor: default;
  }
  @media (forced-colors: active) {
    .ranked[data-drop='before'] {
      border-block-start: 4px solid Highlight;
    }
    .ranked[data-drop='after'] {
      border-block-end: 4px solid Highlight;
    }
    .rank-button[aria-disabled] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
