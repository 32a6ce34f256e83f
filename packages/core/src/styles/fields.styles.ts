import { css } from './css.ts';

/** Fields of the kinds that every survey may start with; the other kinds bring their own. */
export const fieldStyles = css`
  /* What is off screen is not laid out. Such a box cuts what stands out of it: the padding leaves focus rings room. */
  .field {
    margin: calc(2em - 12px) -6px;
    padding: 6px;
    content-visibility: auto;
    contain-intrinsic-size: auto 7em;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .label {
    display: block;
    padding: 0;
    margin-block-end: 0.5em;
    font-size: 1.0625em;
    font-weight: 600;
  }
  .help,
  .line-help,
  .count,
  .unit,
  .ends {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .help {
    margin-block: -0.25em 0.75em;
  }
  .help > *,
  .note > * {
    margin: 0;
  }
  .help > * + *,
  .note > * + * {
    margin-block-start: 0.5em;
  }
  .note {
    padding: 1em 1.25em;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_soft);
  }
  input,
  select,
  textarea {
    inline-size: 100%;
    max-inline-size: 36em;
    min-block-size: 2.75em;
    margin: 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  [inputmode='decimal'],
  [inputmode='numeric'],
  [type='date'],
  [type='time'] {
    inline-size: 11em;
    max-inline-size: 100%;
  }
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    accent-color: var(--_accent);
  }
  .line {
    display: flex;
    gap: 0.75em;
    max-inline-size: 44em;
    padding: 0.5em 0.75em;
    min-block-size: 2.75em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .line:has(:checked) {
    background: var(--_soft);
  }
  .line-help {
    margin: -0.5em 3.2em 0.5em;
  }
  .scale {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .numbers,
  .stars {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .scale label {
    position: relative;
    cursor: pointer;
  }
  .scale input {
    position: absolute;
    inset: 0;
    block-size: 100%;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .numbers label > span {
    display: block;
    min-inline-size: 2.75em;
    padding: 0.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }
  .numbers label > :checked + span {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }
  .stars label {
    padding-inline: 0.25em;
    line-height: 1;
  }
  .stars label::before {
    content: '★' / '';
    color: var(--_accent);
    font-size: 2.25em;
  }
  .stars:not(:has(:checked)) label::before,
  .stars label:has(:checked) ~ label::before {
    content: '☆' / '';
    color: var(--_border);
  }
  .scale label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    margin-block-start: 0.5em;
  }
  .mark {
    color: var(--_error);
  }
  .other {
    display: none;
  }
`;
