import type { LocalizedText, Procedure, Service } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import { renderHeading } from '@cmto/core/element/heading';
import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';

/** What a controller of this tag fills in: nothing else passes the guard of its kind. */
export const serviceOf = ({ survey }: FormController): Service => survey as Service;

const entry = (term: string, value: unknown): TemplateResult | typeof nothing =>
  value
    ? html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;

const isAttached = ({ session }: FormController, field: string | undefined): boolean => {
  const value = field === undefined ? undefined : session?.state.raw(field);
  return Array.isArray(value) && value.length > 0;
};

/** What to have at hand, marked as it is attached. */
const renderDocuments = (
  form: FormController,
  documents: NonNullable<Procedure['documents']>,
  level: number,
): TemplateResult => {
  const { t } = form.language;
  const text = form.language.text(form.survey!);
  return html`
    ${renderHeading(level, t('form.documents'))}
    <ul class="documents">
      ${documents.map(({ label, help, field, required }) => {
        const isThere = isAttached(form, field);
        const mark = isThere ? 'there' : required ? 'needed' : 'optional';
        return html`<li class=${mark}>
          ${text.text(label)} <span class="mark">(${t(`form.document-${mark}`)})</span>
          ${help ? html`<div class="help">${text.text(help)}</div>` : nothing}
        </li>`;
      })}
    </ul>
  `;
};

const contactsOf = ({ email, pec, phone }: Procedure['contacts']): unknown => {
  const ways = [
    email && html`<a href="mailto:${email}">${email}</a>`,
    pec && html`PEC <a href="mailto:${pec}">${pec}</a>`,
    phone,
  ].filter(Boolean);
  return ways.length > 0 && ways.map((way) => html`<div>${way}</div>`);
};

/** What law 241/1990 wants said (arts. 2, 5, 20), and what a person asks before beginning. */
const renderBody = (form: FormController, level: number): TemplateResult => {
  const { t } = form.language;
  const { procedure, identity } = serviceOf(form);
  const words = form.language.text(form.survey!);
  const text = (localized: LocalizedText | undefined): unknown => localized && words.text(localized);
  const { days, silence, documents, law, costs, officer, contacts, unit } = procedure;
  const told = toldSilence(silence, identity === 'eid');
  return html`
    <dl>
      ${entry(t('form.unit'), text(unit))} ${entry(t('form.officer'), officer && html`<bdi>${officer}</bdi>`)}
      ${entry(t('form.contacts'), contactsOf(contacts))} ${entry(t('form.deadline'), t('form.days', { n: days }))}
      ${entry(t('form.silence'), t(`form.silence-${told}`))} ${entry(t('form.costs'), text(costs))}
      ${entry(t('form.weight'), t(identity === 'eid' ? 'form.formal' : 'form.informal'))}
      ${entry(t('form.law'), text(law))}
    </dl>
    ${identity === 'email' ? html`<p>${t('form.email-code')}</p>` : nothing}
    ${documents?.length ? renderDocuments(form, documents, level) : nothing}
  `;
};

/** The procedure on every step: in full on the first, folded after it. Nothing once the request is on its way. */
export const renderProcedureBox = (form: FormController, { level }: Outline): unknown => {
  const { phase, session } = form;
  if (phase.name !== 'ready') return nothing;
  const { t } = form.language;
  const { procedure, minutes } = serviceOf(form);
  const isFirst = phase.step.kind === 'page' && phase.step.page.id === session?.state.pages[0]?.id;
  if (isFirst) {
    return html`<div class="procedure" part="procedure">
      ${renderHeading(level + 1, t('form.procedure'))} ${renderBody(form, level + 2)}
    </div>`;
  }
  const unit = form.language.text(form.survey!).words(procedure.unit);
  return html`<details class="procedure" part="procedure">
    <summary>${t('form.summary', { unit, n: procedure.days })}</summary>
    ${minutes ? html`<p>${t('form.minutes', { n: minutes })}.</p>` : nothing} ${renderBody(form, level + 1)}
  </details>`;
};
