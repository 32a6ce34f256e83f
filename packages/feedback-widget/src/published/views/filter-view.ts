import type { ContributionList } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { questionOf } from '../model/option-words.ts';
import type { PublishedController } from '../published-controller.ts';
import { textOf, topicWords, wordsOf, zoneWords } from './panel.ts';

type Counts = Pick<ContributionList, 'topics' | 'zones'>;

interface Choice {
  readonly value: string;
  readonly words: string;
  readonly contributions: number;
}

const topicsOf = (published: PublishedController, { topics }: Counts): Choice[] =>
  topics.map(({ topic, contributions }) => ({ value: topic, words: topicWords(published, topic), contributions }));

const zonesOf = (published: PublishedController, { zones }: Counts): Choice[] =>
  zones.map(({ zone, contributions }) => ({ value: String(zone), words: zoneWords(published, zone), contributions }));

/** What a topic is called here: an axis, a subject, as the form asks for it. */
const topicTerm = (published: PublishedController): string => {
  const question = questionOf(published.consultation, 'topic');
  return question === undefined ? wordsOf(published).t('published.topic') : textOf(published).words(question);
};

const renderChoice = (
  published: PublishedController,
  id: 'topic' | 'zone',
  label: string,
  choices: readonly Choice[],
): unknown => {
  if (choices.length === 0) return nothing;
  const chosen = published.list().filter[id];
  return html`<div>
    <label class="label" for="filter-${id}">${label}</label>
    <select id="filter-${id}" name=${id}>
      <option value="" ?selected=${chosen === undefined}>${wordsOf(published).t('published.any')}</option>
      ${choices.map(
        ({ value, words, contributions }) =>
          html`<option value=${value} ?selected=${String(chosen) === value}>${words} (${contributions})</option>`,
      )}
    </select>
  </div>`;
};

/** Which contributions to read. By a button: who goes through the choices by keyboard does not ask for each of them. */
export const renderFilter = (published: PublishedController, counts: Counts): unknown => {
  const { t } = wordsOf(published);
  const [topics, zones] = [topicsOf(published, counts), zonesOf(published, counts)];
  if (topics.length + zones.length === 0) return nothing;
  const submit = (event: Event): void => {
    event.preventDefault();
    const given = (id: string): string | undefined =>
      (event.currentTarget as HTMLFormElement).querySelector<HTMLSelectElement>(`#filter-${id}`)?.value || undefined;
    const zone = given('zone');
    void published.choose({ topic: given('topic'), zone: zone === undefined ? undefined : Number(zone) });
  };
  return html`<form class="filter" aria-label=${t('published.filter')} @submit=${submit}>
    ${renderChoice(published, 'topic', topicTerm(published), topics)}
    ${renderChoice(published, 'zone', t('published.zone'), zones)}
    <button type="submit" class="button outline">${t('published.filter-show')}</button>
  </form>`;
};

const renderTable = (
  published: PublishedController,
  caption: string,
  term: string,
  choices: readonly Choice[],
): unknown => {
  if (choices.length === 0) return nothing;
  const { t, language } = wordsOf(published);
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${term}</th>
        <th scope="col">${t('published.count')}</th>
      </tr>
    </thead>
    <tbody>
      ${choices.map(
        ({ words, contributions }) =>
          html`<tr>
            <th scope="row"><bdi>${words}</bdi></th>
            <td>${contributions.toLocaleString(language)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** How many there are by topic and by zone, in tables: figures that can be read aloud. */
export const renderTables = (published: PublishedController, counts: Counts): TemplateResult => {
  const { t } = wordsOf(published);
  return html`<div class="tables">
    ${renderTable(published, t('published.by-topic'), topicTerm(published), topicsOf(published, counts))}
    ${renderTable(published, t('published.by-zone'), t('published.zone'), zonesOf(published, counts))}
  </div>`;
};
