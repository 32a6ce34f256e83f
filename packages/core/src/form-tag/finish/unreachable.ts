import type { FormController } from '../form-controller.ts';

/**
 * What helps the page's editor where the service cannot be reached. A browser tells a page of another origin nothing of
 * a refusal: that the service may not know the page's site is said as the other thing it can be. An address without the
 * version of the API is the editor's own slip.
 */
export const unreachableWords = ({ base = '', language }: FormController): string => {
  // As the service hears it: in a frame without an origin, `null`.
  const { origin } = self;
  const isOther = URL.canParse(base) && new URL(base).origin !== origin;
  const words = language.t(isOther ? 'form.unavailable-origin' : 'form.unavailable-editor', { base, origin });
  return /\/v\d+$/.test(base) ? words : `${words} ${language.t('form.unavailable-version')}`;
};
