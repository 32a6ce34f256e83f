import { css } from '../styles/css.ts';
import { hiddenText } from '../styles/hidden-text.ts';

/** A table: column words once on top, in the rows for screen readers only. */
const table = css`
  .matrix-table {
    display: table;
    table-layout: fixed;
    inline-size: 100%;
    border-collapse: collapse;
  }
  .matrix-top,
  .matrix-row {
    display: table-row;
  }
  .matrix-top > span,
  .matrix-head,
  .matrix-cell {
    display: table-cell;
    padding: 0.75em 0.25em;
    border-block-end: 1px solid var(--_line);
    border-radius: 0;
    text-align: center;
    vertical-align: middle;
  }
  .matrix-top > span {
    font-size: 0.875em;
    vertical-align: bottom;
  }
  .matrix-top > :first-child,
  .matrix-head {
    inline-size: 36%;
    padding-inline: 0.5em;
    font-weight: 400;
    text-align: start;
  }
  .matrix-row:hover {
    background: var(--_soft);
  }
  .matrix-cell > input {
    vertical-align: middle;
  }
  .matrix-words {
    ${hiddenText}
  }
`;

/** A list per row; a table from the width on that its columns need. */
export const matrixStyles = css`
  .matrix {
    container-type: inline-size;
  }
  .matrix-top {
    display: none;
  }
  .matrix-row + .matrix-row {
    margin-block-start: 1em;
  }
  .matrix-head {
    display: block;
    padding-block: 0.25em;
    font-weight: 600;
  }
  .matrix-cell {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 2.75em;
    padding-inline: 0.75em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .matrix-cell:hover,
  .matrix-cell:has(:checked) {
    background: var(--_soft);
  }
  .matrix-row[aria-invalid] > .matrix-head {
    color: var(--_error);
    font-weight: 600;
  }
  @container (min-width: 35em) {
    .few {
      ${table}
    }
  }
  @container (min-width: 50em) {
    .some {
      ${table}
    }
  }
`;
