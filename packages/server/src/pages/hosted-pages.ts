import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReceiptStatus, Service } from '@cmto/contract';
import type { RequestDocument } from '../documents/request-document.ts';

/** A whole page, and the policy under which its own style and nothing else is allowed. */
export interface HostedPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** Addresses at the foot of every hosted page; what is not set is not shown. */
export interface FooterLinks {
  readonly privacy: string | undefined;
  readonly accessibility: string | undefined;
}

/** What the package of hosted pages offers. The server does not import it: it is given a folder. */
export interface HostedPages {
  /**
   * `receipt` is undefined where no receipt has the code; `document` is what was sent with a request, in words.
   * `languages`: what the reader asked for, best first.
   */
  renderReceiptPage(request: {
    readonly receipt: ReceiptStatus | undefined;
    readonly document?: (Pick<RequestDocument, 'pages'> & { readonly sha256: string }) | undefined;
    readonly languages: readonly string[];
    readonly footer?: FooterLinks;
  }): Promise<HostedPage>;
  /** `service` is undefined where none that is published has the name. */
  renderServicePage(request: {
    readonly service: Service | undefined;
    readonly languages: readonly string[];
    readonly footer?: FooterLinks;
  }): Promise<HostedPage>;
}

/** The renderer in the folder of the hosted pages, loaded when the first page is asked for. Rejects at once if it is not there. */
export async function findHostedPages(folder: string, footer: FooterLinks): Promise<HostedPages> {
  const entry = join(folder, 'src', 'index.ts');
  await access(entry);
  let loaded: Promise<HostedPages> | undefined;
  const load = (): Promise<HostedPages> => (loaded ??= import(pathToFileURL(entry).href) as Promise<HostedPages>);
  return {
    renderReceiptPage: async (request) => (await load()).renderReceiptPage({ ...request, footer }),
    renderServicePage: async (request) => (await load()).renderServicePage({ ...request, footer }),
  };
}
