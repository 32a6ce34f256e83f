import { css } from '@cmto/core/styles/css';

/** The box for the code, as the page that follows a request has it. */
export const confirmStyles = css`
  .asked {
    margin-block: 1em;
    padding: 0.75em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 8px solid var(--_warning);
    border-radius: var(--_radius);
  }
  .asked #confirm {
    inline-size: 10em;
    max-inline-size: 100%;
  }
  .asked .actions {
    align-items: center;
  }
  .confirmed {
    font-weight: 600;
  }
  .confirmed::before {
    content: '✓ ' / '';
    color: var(--_success);
  }
`;
