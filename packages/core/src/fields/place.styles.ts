import { css } from '../styles/css.ts';

/** One under the other, the coordinates beside each other where they fit. */
export const placeStyles = css`
  .place-address {
    display: block;
    margin-block-end: 0.25em;
  }
  .place-ask {
    margin-block-start: 0.75em;
  }
  .place-point,
  .place-failed {
    margin: 0.75em 0 0;
  }
  .place-failed {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_warning);
  }
  .place details {
    margin-block-start: 0.5em;
  }
  .place-axes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    padding-block: 0.75em;
  }
  .place-axis > input {
    display: block;
    margin-block-start: 0.25em;
  }
`;
