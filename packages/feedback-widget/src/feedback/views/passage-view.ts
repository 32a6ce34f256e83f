import type { Translate } from '@cmto/core/i18n/translate';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Passage } from '../model/passage.ts';

/** The selection stays when the button is pressed. */
const keepSelection = (event: Event): void => event.preventDefault();

/** While a passage is selected: the way to write about it. */
export const renderPassageBar = ({ quote }: Passage, t: Translate, observe?: () => void): TemplateResult =>
  html`<div class="passage">
    <span>«${quote}»</span>
    <button type="button" class="button" @pointerdown=${keepSelection} @click=${observe ?? nothing}>
      ${t('feedback.comment-passage')}
    </button>
  </div>`;
