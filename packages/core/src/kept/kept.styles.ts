import { css } from '../styles/css.ts';

export const keptStyles = css`
  :host {
    padding: 0;
    background: none;
  }
  .kept {
    margin-block: 1em;
    padding: 0.25em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  p {
    margin: 0.25em 0;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.5em;
  }
  .warning {
    color: var(--_warning);
    font-weight: 600;
  }
  .notice {
    padding: 0.75em 1.25em;
    margin-block: 1em;
    border: 1px solid var(--_line);
    border-inline-start: 8px solid var(--_warning);
    border-radius: var(--_radius);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
