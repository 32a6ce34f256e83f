import { css } from '../styles/css.ts';

/** Words at the start, the box at the end, beside or under each other as room allows; the total below. */
export const allocationStyles = css`
  .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .share-words {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .share-box {
    display: flex;
    align-items: center;
    gap: 0.375em;
  }
  .share-box > input {
    inline-size: 5em;
    text-align: end;
  }
  .share-step {
    inline-size: 2.75em;
    block-size: 2.75em;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  .share-step:hover {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  .share-total {
    margin-block-start: 0.75em;
    font-weight: 600;
  }
  .share-total p {
    margin: 0.25em 0 0;
  }
  .share-total progress {
    inline-size: 100%;
    block-size: 0.5em;
    accent-color: var(--_accent);
  }
  [data-over] p {
    color: var(--_error);
  }
  [data-done] p {
    color: var(--_success);
  }
  [data-done] progress {
    accent-color: var(--_success);
  }
`;
