import { renderHeading } from '@cmto/core/element/heading';
import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isSettledBySigningIn } from '../../model/sign-in.ts';
import { hostedAddress } from '../hosted-service.ts';
import { serviceOf } from '../procedure-box-view.ts';
import type { OnBehalf } from './on-behalf.ts';
import type { SignInController } from './sign-in-controller.ts';

/** Whether this step is where a person says who they are, or sends. */
const isPlace = (form: FormController): boolean => {
  const { phase } = form;
  if (phase.name !== 'ready') return false;
  if (phase.step.kind === 'review') return true;
  const [name] = serviceOf(form).applicant.name;
  return phase.step.page.fields.some(({ id }) => id === name);
};

const renderWho = (form: FormController, signIn: SignInController, name: string): TemplateResult => {
  const { t } = form.language;
  // What signing in has settled is over; what went wrong on another way back is not.
  const fault = isSettledBySigningIn(signIn.fault) ? undefined : signIn.fault;
  return html`<div class="sign-in who" part="sign-in">
    ${fault ? html`<p class="error" tabindex="-1" data-sign-in>${t(`sign-in.${fault}`)}</p>` : nothing}
    <p tabindex="-1" data-sign-in><span class="done">${t('sign-in.in')}</span> <strong dir="auto">${name}</strong></p>
    <button type="button" class="button plain" @click=${() => void signIn.leave()}>${t('sign-in.leave')}</button>
  </div>`;
};

/** Who signs and who applies, where those are two: said plainly, and confirmed before it is sent. */
const renderBehalf = (form: FormController, behalf: OnBehalf, name: string): unknown => {
  const { t } = form.language;
  const named = behalf.named(name);
  if (named.length === 0) return nothing;
  const confirm = ({ currentTarget }: Event): void => {
    behalf.confirm(name, (currentTarget as HTMLInputElement).checked);
    form.host.requestUpdate();
  };
  return html`<div class="sign-in behalf" part="sign-in">
    <dl>
      <dt>${t('sign-in.signs')}</dt>
      <dd><bdi>${name}</bdi> (${t('sign-in.by')})</dd>
      <dt>${t('sign-in.applies')}</dt>
      ${named.map((each) => html`<dd><bdi>${each}</bdi></dd>`)}
    </dl>
    <label class="line"
      ><input
        id="behalf"
        type="checkbox"
        required
        .checked=${behalf.isConfirmed(name)}
        aria-invalid=${String(behalf.isMissing)}
        aria-describedby=${behalf.isMissing ? 'behalf-error' : nothing}
        @change=${confirm}
      /><span>${t('sign-in.behalf')}</span></label
    >
    ${behalf.isMissing ? html`<p class="error" id="behalf-error">${t('sign-in.behalf-missing')}</p>` : nothing}
  </div>`;
};

const renderButton = (form: FormController, signIn: SignInController): TemplateResult => {
  const { t } = form.language;
  if (signIn.step === 'unproven') {
    return html`<p class="actions">
      <button type="button" class="button" @click=${signIn.retry}>${t('sign-in.retry')}</button>
    </p>`;
  }
  const isBusy = signIn.step !== 'idle';
  return html`
    <p class="actions">
      <button type="button" class="button" aria-disabled=${String(isBusy)} @click=${() => void signIn.start()}>
        ${t(isBusy ? `sign-in.${signIn.step}` : 'sign-in.enter')}
      </button>
    </p>
    <p class="help">${t('sign-in.kept')}</p>
  `;
};

/** The way to a page where signing in works, for those who are on another one. */
const renderElsewhere = ({ language, base, host }: FormController): TemplateResult =>
  html`<p>
    <a href=${hostedAddress(base!, host.slug!)} target="_blank" rel="noopener">${language.t('sign-in.elsewhere')}</a>
  </p>`;

/** Who has signed in, on every step; else, where it is time for it, the way to do so and what has gone wrong. */
export const renderSignIn = (
  form: FormController,
  signIn: SignInController,
  behalf: OnBehalf,
  { level }: Outline,
): unknown => {
  const { t } = form.language;
  const { name, fault } = signIn;
  if (form.phase.name !== 'ready') return nothing;
  if (name) {
    const isReview = form.phase.step.kind === 'review';
    return [renderWho(form, signIn, name), isReview ? renderBehalf(form, behalf, name) : nothing];
  }
  if (!isPlace(form) && !fault) return nothing;
  return html`<div class="sign-in" part="sign-in">
    ${renderHeading(level + 1, t('sign-in.title'))}
    ${fault ? html`<p class="error" tabindex="-1" data-sign-in>${t(`sign-in.${fault}`)}</p>` : nothing}
    <p tabindex="-1" data-sign-in>${t('sign-in.why')}</p>
    ${signIn.isKept ? renderButton(form, signIn) : html`<p class="warning">${t('sign-in.nowhere')}</p>`}
    ${fault === 'not-here' ? renderElsewhere(form) : nothing}
  </div>`;
};
