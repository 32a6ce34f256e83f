import { define } from '../../define.ts';
import { lostEntries, mayHoldEntries } from '../../platform/sentinel.ts';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Finish } from './finish.ts';

const isAnythingKept = async ({ drafts }: Finish): Promise<boolean> =>
  mayHoldEntries() || lostEntries() > 0 || ((await drafts.store?.all()) ?? []).length > 0;

/** The code of the panel: fetched with all that a survey can need, for an answer may come to wait without a network. */
export const loadKept = () => import('../../kept/kept-element.ts');

/**
 * Brings the panel of what is kept on this device, where anything is. A shared device keeps nothing, and shows nothing
 * of other people's.
 */
export const bringKept = async (finish: Finish): Promise<void> => {
  if (finish.keptReady || finish.survey.host.sharedDevice) return;
  try {
    if (!(await isAnythingKept(finish))) return;
    define('cmto-kept', (await loadKept()).CmtoKept);
    finish.keptReady = true;
    finish.survey.host.requestUpdate();
  } catch {
    // Without it nothing is amiss: it is asked for again at the next occasion.
  }
};

/** What is kept on this device, once its code is here. */
export const renderKept = ({ survey, keptReady }: Finish): TemplateResult | typeof nothing =>
  keptReady ? html`<cmto-kept lang=${survey.language.code}></cmto-kept>` : nothing;
