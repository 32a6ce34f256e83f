import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Reader } from '../reader.ts';
import { readerOf } from '../reader.ts';
import { renderChoice } from './choice-view.ts';
import { renderObservation } from './observation-view.ts';
import { renderOrphans } from './orphans-view.ts';
import { renderOutline } from './outline-view.ts';
import { renderPassageBar } from './passage-view.ts';

const renderShown = (reader: Reader, outline: Outline): TemplateResult => html`
  <div class="reader">
    ${renderOutline(reader, outline)}
    <div class="text">
      ${reader.pane.element}
      ${
        reader.passage
          ? renderPassageBar(reader.passage, reader.form.language.t, () => void reader.observePassage())
          : nothing
      }
    </div>
  </div>
`;

const renderWhole = (reader: Reader): unknown =>
  reader.isOpen && reader.form.subject?.name !== ''
    ? html`<p>
        <button type="button" class="button whole" @click=${() => void reader.observe(undefined)}>
          ${reader.form.language.t(reader.drafts.states.has('') ? 'feedback.go-on-whole' : 'feedback.whole')}
        </button>
      </p>`
    : nothing;

/** The document with the ways to write about its sections, and the questions where the person has chosen one. */
export const renderParts = (form: FormController, outline: Outline, questions: unknown): TemplateResult => {
  const reader = readerOf(form);
  const isChosen = form.subject !== undefined;
  render(isChosen ? renderObservation(reader, outline, questions) : nothing, reader.panel);
  return html`
    ${isChosen || form.phase.name === 'loading' ? nothing : questions} ${renderOrphans(reader)} ${renderWhole(reader)}
    ${reader.showsText ? renderShown(reader, outline) : [renderChoice(reader), isChosen ? reader.panel : nothing]}
    ${isChosen ? nothing : form.finish?.renderBelow()}
  `;
};
