import { getMunicipalities } from '../../api/municipalities.ts';
import { loadMarkdown } from '../../text/rich-text.ts';
import type { Finish } from './finish.ts';
import { bringKept, loadKept } from './kept.ts';

/**
 * Fetches everything that completing this definition can need while the network is there, and only then says that the
 * network may go. Delivers, too, what still waits on this device.
 */
export const prefetch = async (finish: Finish): Promise<void> => {
  const { survey, drafts } = finish;
  const { survey: definition, services } = survey;
  if (!definition || !services) return;
  const fields = definition.form.pages.flatMap((page) => page.fields);
  const all = fields.flatMap((field) => (field.type === 'group' ? [field, ...field.fields] : [field]));
  try {
    await Promise.all([
      survey.loadKinds(fields),
      loadMarkdown([definition]),
      survey.language.loadAll(definition.languages),
      survey.host.sharedDevice ? undefined : loadKept(),
      all.some(({ type }) => type === 'municipality') ? finish.client().then(getMunicipalities) : undefined,
    ]);
    // The tag may show another survey by now.
    finish.offlineReady = survey.survey === definition;
    survey.host.requestUpdate();
  } catch {
    // The network went while fetching: "works offline" stays unsaid, and each part is fetched again when needed.
    finish.offlineReady = false;
  }
  void bringKept(finish);
  if (drafts.store) void (await services.delivery()).outbox(drafts.store).flush();
};
