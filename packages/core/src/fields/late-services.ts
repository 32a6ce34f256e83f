import { KitError } from '../kit-error.ts';
import type { FieldServices } from './field-context.ts';

type Later = Pick<FieldServices, 'municipalities' | 'storeFile' | 'position'>;

/** Brings the code behind the services; undefined when it cannot be had. */
export type LoadServices = () => Promise<FieldServices | undefined>;

/**
 * Services whose code comes after the first questions; they reject when it cannot be had. No kind that every survey may
 * start with asks for any, so this comes with the kinds that do.
 */
export const lateServices = (load: LoadServices): FieldServices => {
  let loaded: FieldServices | undefined;
  const services = async (): Promise<Later> => {
    loaded ??= await load();
    if (!loaded) throw new KitError('network.unreachable', 'the code of this field could not be loaded');
    return loaded;
  };
  return {
    municipalities: async () => (await services()).municipalities(),
    position: async () => (await services()).position(),
    storeFile: async (...file) => (await services()).storeFile(...file),
    attachment: (sha256) => loaded?.attachment(sha256),
    hold: (work) => {
      void load().then((late) => late?.hold(work));
    },
    dropFile: (...file) => loaded?.dropFile(...file),
    upload: (sha256) => loaded?.upload(sha256),
    watchUploads: (...listener) => {
      // Without that code nothing is sent that could get further.
      void load().then((late) => (loaded ??= late)?.watchUploads(...listener));
    },
    retryUploads: () => loaded?.retryUploads(),
  };
};
