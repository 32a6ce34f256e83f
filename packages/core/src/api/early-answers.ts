import { pageRegistry } from '../page-registry.ts';

/**
 * The answer that the loader has asked for: a copy for each tag that wants it. The loader forgets it soon, so that a
 * tag put in later sees what is served then.
 */
export const takeEarlyAnswer = (url: string): Promise<Response> | undefined =>
  pageRegistry()
    .early.get(url)
    ?.then((answer) => answer.clone());
