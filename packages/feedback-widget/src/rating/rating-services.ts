import { apiBase } from '@cmto/core/api/api-base';
import type { PageServices } from '@cmto/core/context/page-services';
import { browserPlatform } from '@cmto/core/platform/browser-platform';

/**
 * The services of a tag that no provider stands around: what sends is the loader's own sender, a fourth of what forms
 * bring, and is fetched once there is something to send.
 */
export const ratingServices: PageServices = {
  platform: browserPlatform,
  base: apiBase,
  delivery: async () => (await import('@cmto/core/outbox/send-waiting')).sendWaiting(),
};
