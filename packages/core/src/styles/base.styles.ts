import { css } from './css.ts';
import { hiddenText } from './hidden-text.ts';

/**
 * What every widget starts from: nothing of the page but its font, direction and size comes in. Public tokens fall
 * back to the Italian design system's, where the page has them, then to its values. Sizes in `em` and `px` alone.
 *
 * No `contain: inline-size` on the host: in a flex row it would make the widget as narrow as nothing.
 */
export const baseStyles = css`
  :host {
    all: initial;
    display: block;
    box-sizing: border-box;
    padding: 0.5em calc(0.5em - 6px);
    --_accent: var(--cmto-accent, var(--it-color-background-primary, #06c));
    --_strong: color-mix(in srgb, var(--_accent), #000 25%);
    --_on-accent: var(--cmto-on-accent, #fff);
    --_text: var(--cmto-text, #1a1a1a);
    --_muted: var(--cmto-muted, #455a71);
    --_surface: var(--cmto-surface, #fff);
    --_soft: color-mix(in srgb, var(--_accent) 5%, var(--_surface));
    --_border: var(--cmto-border, #5c6f82);
    --_line: var(--cmto-line, #d9dadb);
    --_error: var(--cmto-error, var(--it-color-background-danger, #cc334d));
    --_success: var(--cmto-success, var(--it-color-background-success, #008055));
    --_warning: var(--cmto-warning, var(--it-color-background-warning, #995c00));
    --_focus: var(--cmto-focus, var(--it-color-outline-focus, #1a1a1a));
    --_radius: var(--cmto-radius, var(--it-radius-smooth, 4px));
    background: var(--_surface);
    font-family: var(--cmto-font, inherit);
    font-size: max(16px, 1em);
  }
  /* Once more, inside: a rule of the page for all elements outdoes the one for the host, and what it sets is inherited. */
  [part='base'] {
    all: initial;
    display: block;
    padding-inline: 6px;
    color: var(--_text);
    font-family: inherit;
    font-size: 1em;
    line-height: 1.5;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  /* The page's own focus ring would be drawn around the whole widget, for the focus is somewhere in it. */
  :host(:focus-within) {
    outline: none !important;
    box-shadow: none !important;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  a,
  summary {
    color: var(--_accent);
  }
  summary {
    padding-block: 0.5em;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  .sr {
    ${hiddenText}
  }
  .button {
    display: inline-block;
    min-block-size: 2.75em;
    padding: 0.5em 1.5em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
  }
  .outline,
  .plain {
    background: none;
    color: var(--_accent);
  }
`;
