import { css } from '@cmto/core/styles/css';

/** The looks of published contributions. */
export const publishedStyles = css`
  .published {
    container-type: inline-size;
    contain-intrinsic-inline-size: min(16em, 80vw);
    max-inline-size: 46em;
  }
  .published :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 1.25em 0.5em;
    font-size: 1.25em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  [part='published'] > :first-child:is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
  }
  .published article {
    padding: 1em 1.25em;
    margin-block: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .published article > :first-child,
  .said-and-done > :first-child {
    margin-block-start: 0;
  }
  .published :is(p, dd, blockquote) {
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin-block: 0 1em;
    font-size: 0.9375em;
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
  }
  .published dt,
  .term {
    color: var(--_muted);
  }
  .published dd {
    margin: 0;
    font-weight: 600;
  }
  .term {
    margin-block: 1em 0.25em;
    font-weight: 600;
  }
  .term + * {
    margin-block-start: 0;
  }
  .published .help {
    margin-block: 0.5em;
  }
  .written,
  .diff,
  blockquote {
    white-space: pre-line;
  }
  blockquote {
    margin-inline: 0;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
    color: var(--_muted);
  }
  .answer,
  .said-and-done {
    padding: 1em 1.25em;
    margin-block: 1em;
    border-inline-start: 6px solid var(--_border);
    background: var(--_soft);
  }
  .answer.accepted,
  .said-and-done {
    border-color: var(--_success);
  }
  .answer.partly {
    border-color: var(--_accent);
  }
  .answer > :first-child,
  .said-and-done dl {
    margin-block-start: 0;
  }
  .answer > :last-child,
  .said-and-done dl {
    margin-block-end: 0;
  }
  .said-and-done dl {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 3em;
  }
  .agree {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block-start: 1em;
  }
  .agree .warning {
    flex-basis: 100%;
    margin: 0;
  }
  .button[aria-disabled='true'] {
    border-style: dashed;
    cursor: default;
  }
  .filter,
  .tables {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 1em 2em;
    align-items: end;
    margin-block: 1.5em;
  }
  .tables {
    align-items: start;
  }
  .published table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block: 0.5em;
    font-weight: 600;
    text-align: start;
  }
  .published :is(th, td) {
    padding: 0.375em 0.5em;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .published thead th {
    overflow-wrap: normal;
    color: var(--_muted);
  }
  .published td {
    font-variant-numeric: tabular-nums;
  }
  .published details article {
    content-visibility: auto;
    contain-intrinsic-size: auto 18em;
  }
  @media print {
    .filter,
    .agree button {
      display: none;
    }
  }
`;
