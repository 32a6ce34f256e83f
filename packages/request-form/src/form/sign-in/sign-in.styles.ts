import { css } from '@cmto/core/styles/css';

/** Who has signed in, or where to. */
export const signInStyles = css`
  .sign-in {
    margin-block: 1em 2em;
    padding: 0.75em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 8px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .header .sign-in :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0.25em;
    font-size: 1.125em;
  }
  .sign-in p {
    margin-block: 0.5em;
  }
  .sign-in.who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    border-inline-start-color: var(--_success);
  }
  .sign-in.who .error {
    flex-basis: 100%;
  }
  .behalf dd {
    margin: 0 0 0.25em;
    font-weight: 600;
  }
  .behalf dt {
    color: var(--_muted);
  }
  /* Nothing can be sent before: signing in is the one main thing to do. */
  .header:has(.sign-in:not(.who, .behalf) .button) ~ .review > .actions .button {
    background: none;
    color: var(--_accent);
  }
  .sign-in .done::before {
    content: '✓ ' / '';
    color: var(--_success);
  }
  .sign-in [aria-disabled='true'] {
    opacity: 0.7;
  }
`;
