import { css } from '@cmto/core/styles/css';

/** The document and what is written about it; the form looks as everywhere. */
export const feedbackStyles = css`
  .survey:has(.reader) {
    max-inline-size: 72em;
  }
  .survey:has(.reader) > .header {
    max-inline-size: 46em;
  }
  .terms {
    margin-block: 0 1.5em;
  }
  .terms > p {
    margin-block: 0 0.5em;
    color: var(--_muted);
  }
  .terms summary {
    font-weight: 600;
  }
  .outline-box {
    margin-block: 1em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .outline-box summary {
    font-weight: 600;
  }
  .outline-list,
  .found {
    margin: 0.5em 0 1em;
    padding: 0;
    list-style: none;
  }
  .outline-list a {
    display: block;
    padding-block: 0.375em;
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .level-2 {
    padding-inline-start: 1em;
  }
  .level-3 {
    padding-inline-start: 2em;
  }
  :is(.level-4, .level-5, .level-6) {
    padding-inline-start: 3em;
  }
  .found {
    max-inline-size: 46em;
  }
  .found li {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .found span {
    display: block;
    font-size: 0.9375em;
  }
  .search label {
    display: block;
    margin-block: 0.75em 0.25em;
    font-weight: 600;
  }
  .search-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .search-line input {
    flex: 1 1 8em;
    min-inline-size: 0;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .search-line .button {
    padding-inline: 1em;
    background: var(--_surface);
  }
  .document {
    max-inline-size: 46em;
    line-height: 1.6;
  }
  /* Sections far from what is looked at cost nothing, and the room they take is known once they were there. */
  .long .part {
    content-visibility: auto;
    contain-intrinsic-size: auto 18em;
  }
  .part {
    padding: 3px;
    margin: 0 -3px 1.5em;
  }
  .long .part:has(.about) {
    content-visibility: visible;
  }
  .document :is(h2, h3, h4, h5, h6) {
    margin-block: 1em 0.5em;
    line-height: 1.25;
    scroll-margin-block-start: 1em;
  }
  .document h2 {
    font-size: 1.75em;
  }
  .document h3 {
    font-size: 1.5em;
  }
  .document h4 {
    font-size: 1.25em;
  }
  .document :is(h5, h6) {
    font-size: 1.0625em;
  }
  .document [data-text] :is(p, ul, blockquote, pre) {
    margin-block: 0 0.75em;
  }
  .document pre {
    overflow-x: auto;
    white-space: pre-wrap;
  }
  [data-paragraph] {
    scroll-margin-block-start: 1em;
  }
  blockquote {
    margin: 0;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_line);
  }
  .row {
    padding-block: 0.25em;
    border-block-end: 1px solid var(--_line);
  }
  .comment {
    min-block-size: 2.5em;
    padding: 0.375em 1em;
    font-size: 0.9375em;
  }
  .observation {
    scroll-margin-block-start: 1em;
  }
  .about {
    margin-block: 1em 2em;
    padding: 1em 1.25em 0.5em;
    border: 1px solid var(--_border);
    border-block-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .about-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1em;
  }
  .about-title {
    flex: 1 1 14em;
    margin: 0.5em 0;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .quoted {
    margin-block: 0.5em 1em;
  }
  .quoted-title {
    margin: 0 0 0.25em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .quoted blockquote,
  .orphan blockquote {
    white-space: pre-line;
    border-inline-start-color: var(--_accent);
  }
  .which label {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }
  .which select {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  .change {
    margin-block: 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .diff {
    white-space: pre-line;
  }
  del {
    background: color-mix(in srgb, var(--_error) 12%, var(--_surface));
    text-decoration: line-through;
  }
  ins {
    background: color-mix(in srgb, var(--_success) 14%, var(--_surface));
    text-decoration: underline;
  }
  .choice ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .choice li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .choice li > span {
    flex: 1 1 14em;
  }
  .passage {
    position: sticky;
    inset-block-end: 0.75em;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    max-inline-size: 46em;
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 2px 8px #0003;
  }
  .passage span {
    flex: 1 1 12em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container (inline-size > 52em) {
    .reader {
      display: grid;
      grid-template-columns: minmax(14em, 18em) minmax(0, 1fr);
      align-items: start;
      gap: 2.5em;
    }
    .outline-box {
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow-y: auto;
    }
  }
  @media print {
    .long .part {
      content-visibility: visible;
    }
    .outline-box,
    .passage {
      display: none;
    }
  }
`;
