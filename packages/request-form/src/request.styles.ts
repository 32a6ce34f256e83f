import { css } from '@cmto/core/styles/css';

/** The looks of receipts and of requests that are followed. */
export const requestStyles = css`
  .request {
    container-type: inline-size;
    contain-intrinsic-inline-size: min(16em, 80vw);
    max-inline-size: 46em;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    line-height: 1.25;
    margin-block: 1.25em 0.5em;
    font-size: 1.25em;
  }
  [part='title'] {
    margin-block-start: 0;
    font-size: 2em;
  }
  [data-heading] {
    font-size: 1.5em;
  }
  [data-heading]:focus-visible {
    outline-offset: 4px;
  }
  .box {
    padding: 1.25em 1.5em;
    margin-block: 1em;
    border: 1px solid var(--_line);
    border-inline-start: 8px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .ask input + .label {
    margin-block-start: 1em;
  }
  .box > :first-child {
    margin-block-start: 0;
  }
  .receipt,
  .closed {
    border-inline-start-color: var(--_success);
  }
  .waiting,
  .unconfirmed,
  .asked,
  .queued {
    border-inline-start-color: var(--_warning);
  }
  .withdrawn {
    border-inline-start-color: var(--_border);
  }
  .now {
    font-size: 1.125em;
  }
  .now strong {
    display: block;
    color: var(--_accent);
  }
  .message-title {
    margin-block: 0 0.5em;
    font-size: 1.25em;
    font-weight: 700;
  }
  .news {
    padding: 0.75em 1em;
    margin-block: 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_soft);
    font-weight: 600;
  }
  .warning {
    color: var(--_warning);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block: 1em;
  }
  dl {
    margin-block: 1em;
  }
  dl > div {
    padding-block: 0.5em;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0.125em 0 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.9375em;
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
  .hash {
    font-size: 0.8125em;
    font-weight: 400;
  }
  .lines {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .way {
    display: block;
  }
  .timeline {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .timeline li {
    position: relative;
    margin-inline-start: 0.5em;
    padding: 0 0 1.25em 1.5em;
    padding-inline: 1.5em 0;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.375em;
    inset-inline-start: -0.5em;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }
  .timeline li:last-child {
    border-color: #0000;
  }
  .timeline li:last-child::before {
    background: var(--_accent);
  }
  .timeline strong {
    display: block;
  }
  .timeline p,
  .said p {
    margin-block: 0.25em;
  }
  time {
    color: var(--_muted);
  }
  dd time {
    color: inherit;
  }
  .said {
    padding: 0.75em 1em;
    margin-block: 0.75em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .applicant {
    margin-inline-start: 1.5em;
    background: none;
    border: 1px solid var(--_line);
  }
  .here,
  .sent-files {
    margin: 0.5em 0;
    padding: 0;
    list-style: none;
  }
  .sent-files li {
    padding-block: 0.25em;
  }
  .here .button {
    text-align: start;
  }
  details {
    margin-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  /* Alone in its line, a button without a border begins where text does. */
  @media (forced-colors: none) {
    .plain:first-child {
      padding-inline-start: 0;
    }
  }
  @media print {
    .actions,
    details,
    form {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .timeline li:last-child {
      border-color: Canvas;
    }
    .timeline li:last-child::before {
      background: Highlight;
    }
  }
`;
