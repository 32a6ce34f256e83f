import { css } from './css.ts';

/** Declarations that leave text to screen readers alone. */
export const hiddenText = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
