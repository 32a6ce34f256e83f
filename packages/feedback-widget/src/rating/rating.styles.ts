import { css } from '@cmto/core/styles/css';
import { hiddenText } from '@cmto/core/styles/hidden-text';

/** As strong as two ids: a page styles its own `#content input`, and is not to reach in here. */
const tag = 'cmto-rating:not(#_#_)';

/**
 * Every rule is inside the tag, and every declaration important: there is no shadow root to keep the page's out. First
 * all that the page says of the elements is taken back, then ours is said. Sizes in `em` and `px` alone.
 */
const rules = css`
  ${tag} .cmto-rating {
    all: initial;
    display: block;
    box-sizing: border-box;
    padding: 1.5em;
    border: 1px solid var(--cmto-line, #d9dadb);
    --_accent: var(--cmto-accent, var(--it-color-background-primary, #06c));
    --_border: var(--cmto-border, #5c6f82);
    --_radius: var(--cmto-radius, var(--it-radius-smooth, 4px));
    --_surface: var(--cmto-surface, #fff);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--cmto-text, #1a1a1a);
    font-family: var(--cmto-font, inherit);
    font-size: max(16px, 1em);
    line-height: 1.5;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  ${tag} *,
  ${tag} ::before,
  ${tag} ::after {
    all: revert;
    box-sizing: border-box;
    font: inherit;
    color: inherit;
  }
  ${tag} :is(form, fieldset, legend, h1, h2, h3, h4, h5, h6) {
    min-inline-size: 0;
    padding: 0;
    margin: 0;
    border: 0;
  }
  ${tag} :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.25;
  }
  ${tag} [tabindex]:focus {
    outline: none;
  }
  ${tag} .cmto-rating-stars {
    display: flex;
    flex-wrap: wrap;
    margin-block: 0.75em;
  }
  ${tag} .cmto-rating-star {
    position: relative;
    padding: 0.25em 0.375em;
    line-height: 1;
    cursor: pointer;
  }
  ${tag} .cmto-rating-star::before {
    content: '★' / '';
    color: var(--_accent);
    font-size: 2.25em;
  }
  ${tag} .cmto-rating-stars:not(:has(:checked, label:hover)) label::before,
  ${tag} .cmto-rating-stars:not(:has(label:hover)) label:has(:checked) ~ label::before,
  ${tag} .cmto-rating-star:hover ~ label::before {
    content: '☆' / '';
    color: var(--_border);
  }
  ${tag} .cmto-rating-star input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  ${tag} legend {
    inline-size: 100%;
    font-weight: 600;
  }
  ${tag} .cmto-rating-step {
    margin-inline-start: 0.75em;
    font-weight: 400;
  }
  ${tag} .cmto-rating-answer {
    display: flex;
    align-items: center;
    gap: 0.75em;
    padding-block: 0.5em;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  ${tag} .cmto-rating-answer input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
  }
  ${tag} [name='details'] {
    display: block;
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  ${tag} p {
    margin: 0.5em 0 0;
  }
  ${tag} p:empty {
    margin: 0;
  }
  ${tag} .cmto-rating-error {
    color: var(--cmto-error, var(--it-color-background-danger, #cc334d));
    font-weight: 600;
  }
  ${tag} .cmto-rating-actions:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 1em;
  }
  ${tag} button {
    min-block-size: 2.75em;
    padding: 0.5em 1.5em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--cmto-on-accent, #fff);
    font-weight: 600;
    cursor: pointer;
  }
  ${tag} .cmto-rating-outline {
    background: none;
    color: var(--_accent);
  }
  ${tag} :is(:focus-visible, .cmto-rating-star:has(:focus-visible)) {
    outline: 3px solid var(--cmto-focus, var(--it-color-outline-focus, #1a1a1a));
    outline-offset: 2px;
  }
  ${tag} [hidden] {
    display: none;
  }
  ${tag} .cmto-rating-sr {
    ${hiddenText}
  }
  @media print {
    ${tag} .cmto-rating {
      display: none;
    }
  }
`;

/** The one sheet that the kit adds outside a shadow root. */
export const ratingStyles = css`
  cmto-rating:not([hidden]) {
    display: block;
  }
  ${rules.replace(/([^\s{};])(?=\s*[;}])/g, '$1 !important')}
`;
