import { css } from '../styles/css.ts';
import { hiddenText } from '../styles/hidden-text.ts';

/** The native input is there for keyboard and screen reader; its label is the button that is seen. */
export const fileStyles = css`
  .files {
    position: relative;
  }
  .file-input {
    ${hiddenText}
  }
  .file-input:focus-visible + .button {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .files ul {
    margin: 0.75em 0 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_border);
    border-radius: var(--_radius);
  }
  .file + .file {
    margin-block-start: 0.5em;
  }
  .file[data-status='sent'] {
    border-inline-start-color: var(--_success);
  }
  .file[data-status='failed'],
  .file[data-status='refused'] {
    border-inline-start-color: var(--_error);
  }
  .file-name {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .file small {
    color: var(--_muted);
  }
  .file progress {
    inline-size: 8em;
    accent-color: var(--_accent);
  }
  .file-state {
    color: var(--_muted);
  }
  .file[data-status='sent'] .file-state {
    color: var(--_success);
  }
  .file[data-status='sent'] .file-state::before {
    content: '✓ ' / '';
  }
  .file-wrong {
    flex-basis: 100%;
    order: 1;
    color: var(--_error);
  }
`;
