import type { Survey } from '@cmto/contract';
import { isSurvey } from '@cmto/contract/guards/survey';
import type { PageServices } from '../context/page-services.ts';
import { takeEarlyAnswer } from './early-answers.ts';
import { withoutPrototypes } from './without-prototypes.ts';

/** A definition, and how far the server's clock is ahead of the device's, in milliseconds. */
export interface Served<Definition> {
  readonly definition: Definition;
  readonly ahead: number;
}

const early = async ({ platform }: PageServices, url: string): Promise<Served<Survey> | undefined> => {
  try {
    const answer = await takeEarlyAnswer(url);
    const definition: unknown = answer?.ok ? await answer.json() : undefined;
    if (!answer || !isSurvey(definition)) return undefined;
    const date = Date.parse(answer.headers.get('date') ?? '');
    return { definition: withoutPrototypes(definition), ahead: date ? date - platform.now() : 0 };
  } catch {
    // No network, or not JSON: the client asks again and tells what is the matter.
    return undefined;
  }
};

/**
 * The survey now served: as the loader has asked for it already, else through the page's client, whose code is then
 * fetched first. Rejects with a `KitError`.
 */
export const getDefinition = async (
  services: PageServices,
  base: string,
  slug: string,
  signal: AbortSignal,
): Promise<Served<Survey>> => {
  const found = await early(services, `${base}/surveys/${encodeURIComponent(slug)}`);
  if (found) return found;
  const [{ getSurvey }, delivery] = await Promise.all([import('./surveys.ts'), services.delivery()]);
  const client = delivery.client(base);
  const definition = await getSurvey(client, slug, { signal });
  return { definition: withoutPrototypes(definition), ahead: client.now() - services.platform.now() };
};
