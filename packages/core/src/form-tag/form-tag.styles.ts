import { css } from '../styles/css.ts';
import { hiddenText } from '../styles/hidden-text.ts';

/** The survey's own looks while it is filled in; fields, buttons and resets are the kit's. */
export const formTagStyles = css`
  .survey {
    container-type: inline-size;
    /* What queries its own width has none to offer: a table, a float or a flex row would make it a column of letters. */
    contain-intrinsic-inline-size: min(16em, 80vw);
    max-inline-size: 46em;
  }
  .header :is(h1, h2, h3, h4, h5, h6) {
    font-size: 2em;
    line-height: 1.2;
    margin-block: 0 0.5em;
  }
  .languages {
    min-block-size: 3em;
    text-align: end;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    color: var(--_muted);
    margin-block: 0.75em;
  }
  /* The room that a deadline takes, which comes a moment later. */
  .closes {
    min-block-size: 1.5em;
    min-inline-size: min(23em, 100%);
  }
  .privacy > summary {
    font-weight: 600;
  }
  .privacy {
    margin-block: 1em 2em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .step-count {
    margin-block: 1em 0.5em;
    color: var(--_muted);
    font-weight: 600;
  }
  .steps {
    display: flex;
    gap: 0.375em;
    margin-block: 0 1.5em;
    padding: 0;
    list-style: none;
  }
  .steps li {
    flex: 1;
    min-inline-size: 0;
    padding-block-start: 0.5em;
    border-block-start: 4px solid var(--_line);
    font-size: 0.8125em;
    line-height: 1.3;
    color: var(--_muted);
  }
  .steps .done,
  .steps .now {
    border-block-start-color: var(--_accent);
  }
  .steps .now {
    color: var(--_accent);
    font-weight: 700;
  }
  @container (inline-size < 40em) {
    .step-name {
      ${hiddenText}
    }
  }
  @container (inline-size < 25em) {
    .closes {
      min-block-size: 3em;
    }
  }
  .required-note {
    font-size: 0.9375em;
    color: var(--_muted);
    margin-block-end: 1.5em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block: 2em 1em;
  }
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  form > :is(h2, h3, h4, h5, h6) {
    font-size: 1.5em;
    line-height: 1.25;
    margin-block: 0.5em;
  }
`;
