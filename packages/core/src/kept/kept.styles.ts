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
  .notice > :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0.25em;
    font-size: 1.125em;
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
  /* In sight wherever in a long list the person has pressed a button. */
  .said {
    position: sticky;
    inset-block-end: 0;
    background: var(--_surface);
    font-weight: 600;
  }
  .said:not(:empty) {
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  :is(button, a, summary) {
    scroll-margin-block-end: 5em;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
