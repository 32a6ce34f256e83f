import type { Receipt } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';
import { serviceOf } from './procedure-box-view.ts';

/** The page that follows requests, opened at this one: the code stands after `#`, which no browser sends. */
const followAddress = ({ survey }: Finish, { receiptCode }: Receipt): string | undefined => {
  const page = survey.host.getAttribute('status-page');
  if (!page) return undefined;
  const address = new URL(page, document.baseURI);
  address.hash = receiptCode;
  return /^https?:$/.test(address.protocol) ? address.href : undefined;
};

const pdfAddress = ({ survey }: Finish, { url }: Receipt): string => {
  const address = new URL(url);
  address.pathname += '/pdf';
  address.searchParams.set('lang', survey.language.code);
  return address.href;
};

/** The register's number, that it is provisional, and what happens next. */
export const renderRegistration = (finish: Finish, receipt: Receipt, outline: Outline): TemplateResult => {
  const { survey } = finish;
  const { t } = survey.language;
  const { register } = receipt;
  const { procedure, identity } = serviceOf(survey);
  const text = survey.language.text(survey.survey!);
  const follow = followAddress(finish, receipt);
  return html`
    ${
      register
        ? html`<dl class="code">
              <dt>${t('form.number')}</dt>
              <dd><strong>${t('form.number-of', { ...register, year: String(register.year) })}</strong></dd>
            </dl>
            <p class="help">${t('form.number-help')}</p>`
        : html`<p class="warning">${t('form.unconfirmed')}</p>`
    }
    ${finish.companion?.renderReceipt?.(receipt, outline)}
    ${identity === 'eid' ? html`<p>${t('form.formal-sent')}</p>` : nothing}
    ${
      procedure.steps?.length
        ? html`${renderHeading(outline.level + 2, t('form.after-sending'))}
            <ol>
              ${procedure.steps.map((step) => html`<li>${text.text(step)}</li>`)}
            </ol>`
        : nothing
    }
    ${
      follow || register
        ? html`<p class="actions">
            ${follow ? html`<a class="button outline" href=${follow}>${t('form.follow')}</a>` : nothing}
            ${
              register
                ? html`<a class="button outline" href=${pdfAddress(finish, receipt)} rel="noreferrer"
                    >${t('form.pdf')}</a
                  >`
                : nothing
            }
          </p>`
        : nothing
    }
  `;
};
