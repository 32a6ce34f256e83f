import { localize, type Service } from '@cmto/contract';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { type FooterLinks, formPolicy, renderDocument } from './document.ts';
import { pickLanguage, wordsOf } from './language.ts';
import { hasOwnSwitch, renderNoService, renderService } from './service/service-view.ts';

export interface ServicePageRequest {
  /** Undefined where no published service has the name. */
  readonly service: Service | undefined;
  /** Languages the reader asked for, best first. */
  readonly languages: readonly string[];
  readonly footer?: FooterLinks | undefined;
}

/** The page `/w/service/{slug}` as HTML, and the policy it is to be served under. */
export async function renderServicePage({
  service,
  languages,
  footer,
}: ServicePageRequest): Promise<{ html: string; contentSecurityPolicy: string }> {
  const language = pickLanguage(languages);
  const words = wordsOf(language);
  const title = service ? localize(service.title, language, service.languages).text : words['service.missing'];
  const page = renderDocument({
    language,
    title: `${title} – ${words['site.institution']}`,
    main: service ? renderService(service, language) : renderNoService(language),
    footer,
    speaksForItself: service !== undefined && hasOwnSwitch(service),
  });
  return { html: await collectResult(render(page)), contentSecurityPolicy: formPolicy };
}
