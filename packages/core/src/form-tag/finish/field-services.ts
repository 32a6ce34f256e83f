import { getMunicipalities } from '../../api/municipalities.ts';
import type { FieldServices } from '../../fields/field-context.ts';
import type { Finish } from './finish.ts';

/** What the fields of the survey shown now may ask of the world around them. */
export const fieldServices = (finish: Finish): FieldServices => {
  const { drafts, survey } = finish;
  const { files } = drafts;
  const { session } = survey;
  return {
    municipalities: async () => getMunicipalities(await finish.client()),
    attachment: (sha256) => drafts.attachment(sha256),
    position: async () => (await survey.services!.platform.device()).position(),
    storeFile: (...file) => files.store(session, ...file),
    hold: (work) => files.hold(work),
    dropFile: (...file) => files.drop(...file),
    upload: (sha256) => files.upload(sha256),
    watchUploads: (...listener) => files.watch(...listener),
    retryUploads: () => files.retry(),
  };
};
