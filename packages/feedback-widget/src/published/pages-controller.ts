import type { ContributionList } from '@cmto/contract';
import { getContributions } from '@cmto/core/api/contributions';
import type { PageServices } from '@cmto/core/context/page-services';
import { type ContributionPages, noPages, withAgreements, withPage } from './model/contribution-pages.ts';
import { type Filter, queryOf } from './model/filter.ts';

/** Where a list is asked for. */
export interface Source {
  readonly services: PageServices;
  readonly api: string;
  readonly slug: string;
}

/** How many contributions are shown before the person asks for more. */
export const pageSize = 20;

/** One list of published contributions: of a section, or of all with a filter. Asked for page by page. */
export class PagesController {
  readonly #source: Source;
  readonly #changed: () => void;
  readonly #received: (list: ContributionList) => void;
  #loading: AbortController | undefined;
  filter: Filter;
  pages: ContributionPages = noPages;

  constructor(source: Source, filter: Filter, changed: () => void, received: (list: ContributionList) => void) {
    this.#source = source;
    this.filter = filter;
    this.#changed = changed;
    this.#received = received;
  }

  /** Asks for the first page, or for another list. Never rejects. */
  async show(filter: Filter = this.filter): Promise<void> {
    this.filter = filter;
    this.#enter({ ...noPages, phase: 'loading' });
    await this.#ask();
  }

  /** Asks for the next page, once however often it is pressed. Never rejects. */
  async more(): Promise<void> {
    if (this.pages.phase !== 'shown' && this.pages.phase !== 'stopped') return;
    this.#enter({ ...this.pages, phase: 'more' });
    await this.#ask();
  }

  /** Goes on where no answer came. */
  async retry(): Promise<void> {
    if (this.pages.phase === 'stopped') await this.more();
    else if (this.pages.phase === 'failed') await this.show();
  }

  leave(): void {
    this.#loading?.abort();
  }

  agreed(contribution: string, agreements: number): void {
    this.pages = withAgreements(this.pages, contribution, agreements);
  }

  async #ask(): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    const { services, api, slug } = this.#source;
    const query = queryOf(this.filter, pageSize, this.pages.next);
    try {
      const { client } = await services.delivery();
      const list = await getContributions(client(api), slug, query, loading.signal);
      if (loading.signal.aborted) return;
      this.#received(list);
      this.#enter(withPage(this.pages, list));
    } catch {
      if (loading.signal.aborted) return;
      this.#enter({ ...this.pages, phase: this.pages.phase === 'more' ? 'stopped' : 'failed' });
    }
  }

  #enter(pages: ContributionPages): void {
    this.pages = pages;
    this.#changed();
  }
}
