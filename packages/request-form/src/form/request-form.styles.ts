import { css } from '@cmto/core/styles/css';

/** The procedure's box; everything else looks as in all forms. */
export const requestFormStyles = css`
  .procedure {
    margin-block: 1em 2em;
    padding: 0.75em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .header .procedure :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0.5em;
    font-size: 1.125em;
  }
  .procedure dl {
    margin: 0;
  }
  .procedure dl > div {
    padding-block: 0.375em;
  }
  .procedure dt {
    color: var(--_muted);
  }
  .procedure dd {
    margin: 0;
    font-weight: 600;
  }
  .documents {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .documents li {
    padding-block: 0.25em;
    padding-inline-start: 1.75em;
  }
  .documents li::before {
    content: '☐' / '';
    float: inline-start;
    margin-inline-start: -1.75em;
    font-size: 1em;
  }
  .documents .there::before {
    content: '☑' / '';
    color: var(--_success);
  }
  .documents .mark {
    color: var(--_muted);
  }
  .documents .help {
    margin: 0;
  }
  @container (inline-size >= 40em) {
    .procedure dl > div {
      display: grid;
      grid-template-columns: 14em 1fr;
      gap: 1em;
    }
  }
`;
