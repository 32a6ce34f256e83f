import type { PageServices } from '../context/page-services.ts';
import type { DefinitionKind } from './definition-kind.ts';
import { takeEarlyAnswer } from './early-answers.ts';
import { withoutPrototypes } from './without-prototypes.ts';

/** A definition, and how far the server's clock is ahead of the device's, in milliseconds. */
export interface Served<Definition> {
  readonly definition: Definition;
  readonly ahead: number;
}

const early = async <Definition extends object>(
  { platform }: PageServices,
  url: string,
  kind: DefinitionKind<Definition>,
): Promise<Served<Definition> | undefined> => {
  try {
    const answer = await takeEarlyAnswer(url);
    const definition: unknown = answer?.ok ? await answer.json() : undefined;
    if (!answer || !kind.is(definition)) return undefined;
    const date = Date.parse(answer.headers.get('date') ?? '');
    return { definition: withoutPrototypes(definition), ahead: date ? date - platform.now() : 0 };
  } catch {
    // No network, or not JSON: the client asks again and tells what is the matter.
    return undefined;
  }
};

/**
 * The definition now served: as the loader has asked for it already, else through the page's client, whose code is then
 * fetched first. Rejects with a `KitError`.
 */
export const getDefinition = async <Definition extends object>(
  services: PageServices,
  base: string,
  kind: DefinitionKind<Definition>,
  slug: string,
  signal: AbortSignal,
): Promise<Served<Definition>> => {
  const found = await early(services, base + kind.path + encodeURIComponent(slug), kind);
  if (found) return found;
  const [{ getPublished }, delivery] = await Promise.all([import('./definitions.ts'), services.delivery()]);
  const client = delivery.client(base);
  const definition = await getPublished(client, kind, slug, { signal });
  return { definition: withoutPrototypes(definition), ahead: client.now() - services.platform.now() };
};
