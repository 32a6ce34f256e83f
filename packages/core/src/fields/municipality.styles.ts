import { css } from '../styles/css.ts';

/** The list hangs under the box, over what follows. */
export const municipalityStyles = css`
  .combo {
    position: relative;
  }
  .field:has([aria-expanded='true']) {
    content-visibility: visible;
  }
  .combo ul {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-block-size: 17em;
    margin: 0.5em 0 0;
    padding: 0.25em;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.25em 1em #0003;
    list-style: none;
    overscroll-behavior: contain;
  }
  .combo li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    min-block-size: 2.75em;
    padding: 0.25em 0.75em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .combo li:hover {
    background: var(--_soft);
  }
  .combo [aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .combo-zone {
    margin: 0.25em 0 0;
  }
  .combo-zone,
  .combo small {
    color: var(--_muted);
  }
  .combo [aria-selected='true'] small {
    color: inherit;
  }
  .combo-failed {
    margin-block-start: 0.75em;
    padding: 1em;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_soft);
  }
  .combo-failed p,
  .combo-none {
    margin: 0 0 0.75em;
  }
  .combo-none {
    margin-block-start: 0.5em;
  }
  @media (forced-colors: active) {
    .combo [aria-selected='true'] {
      forced-color-adjust: none;
      background: SelectedItem;
      color: SelectedItemText;
    }
  }
`;
