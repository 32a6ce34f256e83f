import { createContext } from '@lit/context';
import { apiBase } from '../api/api-base.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import type { Platform } from '../platform/platform.ts';

/** What all widgets of a page share. Tests hand in their own through the context. */
export interface PageServices {
  readonly platform: Platform;
  /** The API base of a tag with this `api` attribute, or none; undefined when no address is known. */
  base(attribute?: string | null): string | undefined;
  /** The page's API clients, stores and senders, as their code comes. Rejects when it cannot be had. */
  delivery(): Promise<Delivery>;
}

/** A key that two copies of the kit on one page share. */
export const pageServicesContext = createContext<PageServices>(Symbol.for('cmto.page-services'));

/** Services over a platform; `base` is the API base of all tags that name none themselves. */
export const createPageServices = (platform: Platform = browserPlatform, base?: string): PageServices => ({
  platform,
  base: (attribute) => apiBase(attribute || base),
  delivery: async () => (await import('../outbox/delivery.ts')).deliveryOver(platform),
});

let own: PageServices | undefined;

/** The services of a page that has no provider. */
export const defaultPageServices = (): PageServices => (own ??= createPageServices());
