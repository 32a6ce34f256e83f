import { css } from '../../styles/css.ts';

/** Looks of what comes with the later phases: the draft line, messages, the review, the receipt. */
export const finishStyles = css`
  :is(.review, .outcome) > :is(h2, h3, h4, h5, h6) {
    font-size: 1.5em;
    line-height: 1.25;
    margin-block: 0.5em;
  }
  [data-heading]:focus-visible {
    outline-offset: 4px;
  }
  .draft {
    margin-block: 1em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .draft p {
    margin-block: 0.25em;
  }
  .saved::before {
    content: '✓ ' / '';
  }
  .draft .delete {
    margin-block-start: 0.5em;
  }
  .delete summary {
    font-weight: 400;
    text-decoration: underline;
  }
  .clear-choice {
    margin-block-start: 0.25em;
    padding-inline: 0.75em;
    min-block-size: 2.25em;
    font-size: 0.9375em;
  }
  /* Required meanwhile, by another answer. */
  [aria-required] > .clear-choice {
    display: none;
  }
  .summary {
    padding: 1em 1.25em;
    margin-block: 1em 2em;
    border: 2px solid var(--_error);
    border-inline-start-width: 8px;
    border-radius: var(--_radius);
  }
  .summary-title {
    margin-block: 0 0.5em;
    font-size: 1.125em;
    font-weight: 700;
  }
  .summary a {
    color: var(--_error);
  }
  .message,
  .outcome {
    padding: 1.25em 1.5em;
    border: 1px solid var(--_line);
    border-inline-start: 8px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .message-title {
    margin-block: 0 0.5em;
    font-size: 1.25em;
    font-weight: 700;
  }
  .receipt {
    border-inline-start-color: var(--_success);
  }
  .queued {
    border-inline-start-color: var(--_warning);
  }
  .attention {
    border-inline-start-color: var(--_error);
  }
  .code {
    margin-block: 1em 0.75em;
  }
  .code dd {
    margin: 0.25em 0 0;
  }
  code {
    font-family: ui-monospace, 'Roboto Mono', monospace;
    font-size: 1.125em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  /* Groups to read aloud by; what is copied has no spaces. */
  code span {
    display: inline-block;
    margin-inline-end: 0.5em;
  }
  .review-page {
    margin-block: 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  .review-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    margin-block: 0.75em;
  }
  .review-head > :first-child {
    margin: 0;
    font-size: 1.1875em;
  }
  .review-page dl {
    margin: 0;
  }
  .review-page dl > div {
    padding-block: 0.5em;
  }
  dt {
    color: var(--_muted);
  }
  .review-page dd {
    margin: 0.125em 0 0;
    font-weight: 600;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .review-page .unanswered {
    font-weight: 400;
    font-style: italic;
    color: var(--_muted);
  }
  .language {
    padding: 0.35em 0.75em;
    min-block-size: 2.25em;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-size: 0.9375em;
    cursor: pointer;
  }
  .language::first-letter {
    text-transform: uppercase;
  }
  .language[aria-pressed='true'] {
    border-block-end-color: currentColor;
    font-weight: 600;
  }
  @media print {
    .actions,
    .draft,
    .languages {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .steps li,
    .language[aria-pressed='false'] {
      border-color: Canvas;
    }
    .steps li:is(.done, .now) {
      border-color: Highlight;
    }
  }
`;
