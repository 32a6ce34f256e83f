import { startMockApi } from '@cmto/testing/handlers/browser';
import { SurveyPage } from '@cmto/testing/survey-page';

/** Where the loader expects its service: beside the folder it was loaded from. */
export const base = new URL('/packages/api/v1', location.href).href;

type Attributes = Readonly<Record<string, string>>;

/** Puts a tag on the page as a CMS would, with words inside for when no script runs. */
export const place = (tag: string, attributes: Attributes = {}, parent: Element = document.body): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const link = document.createElement('a');
  link.href = 'https://partecipa.example.it/w/survey/prova';
  link.textContent = 'Rispondi al questionario';
  element.append(link);
  parent.append(element);
  return element;
};

export const surveyIn = (element: HTMLElement): SurveyPage => new SurveyPage(element);

export type Service = Awaited<ReturnType<typeof startMockApi>>;

/** How often a definition was asked for. */
export const asked = ({ received }: Service, slug: string): number =>
  received.filter(({ path }) => path === `/surveys/${slug}`).length;
