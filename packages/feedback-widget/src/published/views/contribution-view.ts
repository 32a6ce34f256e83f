import type { Contribution } from '@cmto/contract';
import { municipalityName } from '@cmto/core/api/municipalities';
import { renderHeading } from '@cmto/core/element/heading';
import { formatDay } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { PublishedController } from '../published-controller.ts';
import { firstWords } from '../model/first-words.ts';
import { renderAgree } from './agree-view.ts';
import { renderAnswer } from './answer-view.ts';
import { topicWords, wordsOf, written, zoneWords } from './panel.ts';
import { renderProposal } from './proposal-view.ts';

const renderFact = (term: string, value: unknown): TemplateResult => html`
  <div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>
`;

const placeWords = ({ place }: Contribution): string | undefined => {
  if (place?.address) return place.address;
  return place?.lat === undefined || place.lon === undefined
    ? undefined
    : `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}`;
};

/** Who, when, on what and where: never more of a person than the kind of author. */
const renderFacts = (published: PublishedController, contribution: Contribution): TemplateResult => {
  const { t, language } = wordsOf(published);
  const { author, organisation, day, topic, zone, municipality } = contribution;
  const place = placeWords(contribution);
  const kind = t(`published.author-${author}`);
  return html`<dl class="facts">
    ${renderFact(t('published.author'), organisation ? html`${kind}, <bdi>${organisation}</bdi>` : kind)}
    ${renderFact(t('published.day'), html`<time datetime=${day}>${formatDay(Date.parse(`${day}T12:00:00Z`), language)}</time>`)}
    ${topic === undefined ? nothing : renderFact(t('published.topic'), html`<bdi>${topicWords(published, topic)}</bdi>`)}
    ${municipality === undefined ? nothing : renderFact(t('published.municipality'), municipalityName(municipality))}
    ${zone === undefined ? nothing : renderFact(t('published.zone'), zoneWords(published, zone))}
    ${place === undefined ? nothing : renderFact(t('published.place'), html`<bdi>${place}</bdi>`)}
  </dl>`;
};

const renderUses = (published: PublishedController, { usedIn }: Contribution): unknown =>
  usedIn.length === 0
    ? nothing
    : html`<p class="term">${wordsOf(published).t('published.used')}</p>
        <ul>
          ${usedIn.map(({ title, url }) => html`<li><a href=${url} rel="noreferrer" dir="auto">${title}</a></li>`)}
        </ul>`;

/** By its title; without one, by what it is, and for who goes from heading to heading by its first words. */
const renderTitle = ({ consultation, host }: PublishedController, { title, type, text }: Contribution): unknown => {
  if (title) return html`<bdi>${title}</bdi>`;
  const kind = host.words.t(`published.type-${consultation.kind === 'document' ? type : consultation.kind}`);
  return html`${kind}<span class="sr" dir="auto">: ${firstWords(text)}</span>`;
};

/** One contribution, as everybody reads it, with the office's answer in place. */
export const renderContribution = (
  published: PublishedController,
  contribution: Contribution,
  level: number,
): TemplateResult => {
  const { id, text } = contribution;
  return html`<article id="published-${id}" part="contribution" aria-labelledby="title-${id}">
    ${renderHeading(level, renderTitle(published, contribution), { id: `title-${id}`, target: true })}
    ${renderFacts(published, contribution)} ${renderProposal(published, contribution)} ${written(text)}
    ${renderAnswer(published, contribution)} ${renderUses(published, contribution)}
    ${renderAgree(published, contribution)}
  </article>`;
};
