import { css } from './css.ts';

/**
 * Looks that nobody can see before the first answer: errors, notices, hovering, printing, forced colours. They come
 * with the code of the later phases.
 */
export const laterStyles = css`
  a:hover,
  summary:hover {
    color: var(--_strong);
  }
  .line:hover,
  .numbers label:hover > :not(:checked) + span {
    background: var(--_soft);
  }
  .stars:has(label:hover) label::before {
    content: '★' / '';
    color: var(--_accent);
  }
  .stars label:hover ~ label::before {
    content: '☆' / '';
    color: var(--_border);
  }
  .button:hover {
    border-color: var(--_strong);
    background: var(--_strong);
  }
  a.button {
    text-decoration: none;
  }
  .button.plain {
    text-decoration: underline;
  }
  .plain {
    padding-inline: 0.5em;
    border-color: #0000;
  }
  .outline:hover,
  .plain:hover {
    background: var(--_soft);
    color: var(--_strong);
  }
  .plain:hover {
    border-color: #0000;
  }
  .button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  .count {
    margin: 0.25em 0 0;
  }
  .error {
    display: flex;
    gap: 0.5em;
    margin: 0.5em 0 0;
    color: var(--_error);
    font-weight: 600;
  }
  .error::before {
    content: '!' / '';
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 2px solid;
    border-radius: 50%;
    line-height: 1.25em;
    text-align: center;
  }
  [aria-invalid='true']:is(input, select, textarea) {
    border: 2px solid var(--_error);
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
  .or {
    margin: 0.25em 0.75em;
  }
  .other {
    margin-block: 0.25em 0.75em;
  }
  .lines > .other {
    margin-inline-start: 3em;
  }
  .line:has([value='']:checked) + .other,
  select:has([data-other]:checked) + .other {
    display: grid;
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_border);
      --_border: var(--_text);
    }
  }
  @media (forced-colors: active) {
    .numbers label > :checked + span {
      forced-color-adjust: none;
      background: SelectedItem;
      color: SelectedItemText;
    }
  }
  @media print {
    .button {
      display: none;
    }
    .field {
      content-visibility: visible;
    }
  }
`;
