import { html, nothing, type TemplateResult } from 'lit-html';
import type { Finish } from './finish.ts';

/** "1095 days" says little: whole years are told as years. */
const retention = (days: number): readonly [string, number] =>
  days % 365 === 0 ? ['form.retention-years', days / 365] : ['form.retention', days];

/** The notice before the first question: who, why, how long. */
export const renderPrivacy = ({ survey }: Finish): TemplateResult => {
  const { t } = survey.language;
  const { privacy } = survey.survey!;
  const text = survey.language.text(survey.survey!);
  const [key, n] = retention(privacy.retentionDays);
  return html`
    ${text.rich(privacy.notice)}
    <p>${t(key, { n })}</p>
    ${privacy.url ? html`<p><a href=${privacy.url}>${t('form.privacy-link')}</a></p>` : nothing}
  `;
};
