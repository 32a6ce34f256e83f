import { css } from '../styles/css.ts';

/** Each row a box of its own. */
export const groupStyles = css`
  .row {
    margin-block-end: 1em;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .row-title {
    padding-inline: 0.25em;
    font-weight: 600;
  }
  .row .field {
    margin-block: 0 1.25em;
  }
`;
