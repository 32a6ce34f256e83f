import { html } from 'lit-html';
import type { Entry } from '@cmto/core/storage/entry';
import { consultationOf } from '../model/consulted.ts';
import type { Reader } from '../reader.ts';

const textOf = ({ form }: Reader, { answers }: Entry): string => {
  const field = consultationOf(form.survey)!.contribution.text;
  const text = Object.hasOwn(answers, field) ? answers[field] : undefined;
  return typeof text === 'string' ? text : '';
};

/** Drafts on sections that are gone: what was written is shown, and goes on about the whole document. */
export const renderOrphans = (reader: Reader): unknown => {
  const { t } = reader.form.language;
  const goOn = async (orphan: Entry): Promise<void> => {
    await reader.drafts.moveToWhole(orphan, t('feedback.quoted'));
    await reader.observe(undefined);
  };
  return reader.drafts.orphans.map(
    (orphan) =>
      html`<div class="notice orphan" part="notice">
        <p>${t('feedback.orphan')}</p>
        <blockquote>${textOf(reader, orphan)}</blockquote>
        <button type="button" class="button outline" @click=${() => void goOn(orphan)}>
          ${t('feedback.orphan-go-on')}
        </button>
      </div>`,
  );
};
