import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { Companion } from '@cmto/core/form-tag/form-kind';
import type { Catalog } from '@cmto/core/i18n/catalog';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import it from './locales/it.ts';
import { OnBehalf } from './on-behalf.ts';
import { SignInController } from './sign-in-controller.ts';
import { renderSignIn } from './sign-in-view.ts';
import { signInStyles } from './sign-in.styles.ts';

const signInCatalog: Catalog = {
  it,
  load: {
    en: async () => (await import('./locales/en.ts')).default,
    fr: async () => (await import('./locales/fr.ts')).default,
  },
};

/** What a service needs whose applicants sign in. Never rejects. */
export const accompanySignIn = async (finish: Finish): Promise<Companion> => {
  const { survey } = finish;
  const { catalogs } = survey.kind;
  if (!catalogs.includes(signInCatalog)) catalogs.push(signInCatalog);
  await survey.language.load();
  adoptStyles(survey.host.renderRoot, signInStyles);
  const signIn = new SignInController(finish, (brings) => {
    survey.host.requestUpdate();
    if (!brings) return;
    void survey.host.updateComplete.then(() =>
      survey.host.renderRoot.querySelector<HTMLElement>('[data-sign-in]')?.focus(),
    );
  });
  const behalf = new OnBehalf(finish, () => {
    survey.host.requestUpdate();
    void survey.host.updateComplete.then(() => survey.host.renderRoot.querySelector<HTMLElement>('#behalf')?.focus());
  });
  return {
    begin: () => void signIn.comeBack(),
    renderAside: (outline) => renderSignIn(survey, signIn, behalf, outline),
    mayGo: () => signIn.require() && behalf.require(signIn.name!),
    corrected(code) {
      if (code !== 'identity.required') return;
      finish.goTo({ kind: 'review' });
      signIn.require('refused');
    },
  };
};
