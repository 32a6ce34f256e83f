import { define } from '../../define.ts';
import { mayHoldEntries } from '../../platform/sentinel.ts';
import { lostEntries } from '../../platform/sentinel-counts.ts';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Finish } from './finish.ts';
import { focusHeading } from './focus.ts';

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

/** Answers are gone that the person does not know of: the panel comes before everything else until they have read it. */
const isNews = (): boolean => lostEntries() > 0;

const renderPanel = ({ survey, keptReady }: Finish): TemplateResult | typeof nothing => {
  const follow = (): void => {
    if (isNews()) return;
    // Read now: the panel goes back to its place, and the button just pressed with it.
    survey.host.requestUpdate();
    focusHeading(survey);
  };
  return keptReady
    ? html`<cmto-kept
        lang=${survey.language.code}
        heading-level=${survey.host.headingLevel + 1}
        @click=${isNews() ? follow : nothing}
      ></cmto-kept>`
    : nothing;
};

/** What is kept on this device, once its code is here, before what the tag shows: where it has news. */
export const renderKeptFirst = (finish: Finish): unknown => (isNews() ? renderPanel(finish) : nothing);

/** The same at the foot, where it has none. */
export const renderKept = (finish: Finish): unknown => (isNews() ? nothing : renderPanel(finish));
