import type { Consultation, ContributionList } from '@cmto/contract';
import { isMunicipalityList } from '@cmto/contract/guards/municipalities';
import { getMunicipalities } from '@cmto/core/api/municipalities';
import type { PageServices } from '@cmto/core/context/page-services';
import { AgreementsController, type AgreementsHost } from './agreements-controller.ts';
import type { AgreementPhase } from './model/agreement-phase.ts';
import type { Filter } from './model/filter.ts';
import { PagesController } from './pages-controller.ts';
import type { PublishedHost } from './published-host.ts';
import { publishedCatalog } from './published-words.ts';

/** What everybody reads of one consultation: lists, counts, and what this device agrees with. */
export class PublishedController implements AgreementsHost {
  readonly host: PublishedHost;
  /** Names of homogeneous zones, once they are here. */
  zoneNames: ReadonlyMap<number, string> = new Map();
  readonly agreements = new AgreementsController(this);
  /** There from the first `show` on. */
  consultation!: Consultation;
  /** What was served last: counts of sections, topics and zones. Undefined until an answer has come. */
  counts: Omit<ContributionList, 'contributions' | 'next'> | undefined;
  /** Lists by section; all of the consultation under ''. */
  readonly #lists = new Map<string, PagesController>();
  #services: PageServices | undefined;
  #api = '';
  #slug = '';
  #stopReachable: (() => void) | undefined;
  #hasPressed = '';
  #asksNames = false;

  private constructor(host: PublishedHost) {
    this.host = host;
  }

  /** With the words of the language spoken. */
  static async begin(host: PublishedHost): Promise<PublishedController> {
    if (!host.catalogs.includes(publishedCatalog)) host.catalogs.push(publishedCatalog);
    await host.words.load();
    return new PublishedController(host);
  }

  /** Whether a consultation is shown now. */
  get isShowing(): boolean {
    return this.#services !== undefined;
  }
  get isConnected(): boolean {
    return this.host.isConnected;
  }
  get sharedDevice(): boolean {
    return this.host.sharedDevice;
  }

  /** Where all of it is to be had as a table. */
  get tableAddress(): string {
    return `${this.#api}/consultations/${encodeURIComponent(this.consultation.slug)}/contributions?format=csv`;
  }

  /** Shows a consultation, of the service at `api`; the same again changes nothing. Never rejects. */
  async show(services: PageServices, api: string, consultation: Consultation): Promise<void> {
    const isShown = this.#services === services && this.#api === api && this.#slug === consultation.slug;
    this.consultation = consultation;
    if (isShown) return;
    this.leave();
    this.#services = services;
    this.#api = api;
    this.#slug = consultation.slug;
    this.counts = undefined;
    this.#lists.clear();
    void this.agreements.start(services, api);
    void this.#hearNetwork(services);
    await this.list().show();
  }

  /** The tag has left the page. */
  leave(): void {
    this.agreements.leave();
    this.#stopReachable?.();
    this.#stopReachable = undefined;
    for (const list of this.#lists.values()) list.leave();
    this.#services = undefined;
  }

  /** The list of a section, or of all. Only after `show`. */
  list(section = ''): PagesController {
    const known = this.#lists.get(section);
    if (known) return known;
    const source = { services: this.#services!, api: this.#api, slug: this.consultation.slug };
    const filter: Filter = section === '' ? {} : { section };
    const list = new PagesController(
      source,
      filter,
      () => this.host.requestUpdate(),
      (page) => this.#received(page),
    );
    this.#lists.set(section, list);
    return list;
  }

  /** A section is opened: its list is asked for once. */
  openSection(section: string): void {
    const list = this.list(section);
    if (list.pages.phase === 'idle') void list.show();
  }

  /** Another choice of all contributions; says how many there are. */
  async choose(filter: Filter): Promise<void> {
    const list = this.list();
    await list.show(filter);
    const { phase, contributions, next } = list.pages;
    if (phase === 'shown')
      this.host.announce(
        this.#t(next === undefined ? 'published.found' : 'published.found-more', contributions.length),
      );
  }

  /** The next page; the first of what has come has the focus. */
  async more(list: PagesController): Promise<void> {
    const before = list.pages.contributions.length;
    await list.more();
    const first = list.pages.contributions[before];
    if (list.pages.phase !== 'shown' || !first) return;
    this.host.announce(this.#t('published.more-shown', list.pages.contributions.length - before));
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(`#published-${first.id} [data-heading]`)?.focus();
  }

  async agree(contribution: string): Promise<void> {
    this.#hasPressed = contribution;
    await this.agreements.agree(contribution);
  }

  async forgetAgreements(): Promise<void> {
    this.#hasPressed = '';
    await this.agreements.forgetAll();
    this.host.announce(this.host.words.t('published.forgotten'));
  }

  agreementChanged(contribution: string, phase: AgreementPhase, agreements?: number): void {
    if (agreements !== undefined) for (const list of this.#lists.values()) list.agreed(contribution, agreements);
    // Said of what the person has pressed, not of what has waited since another day.
    if (contribution === this.#hasPressed && phase !== 'none' && phase !== 'sending')
      this.host.announce(this.#t(`published.agree-${phase}`, agreements ?? 0));
    this.host.requestUpdate();
  }

  #t(key: string, n: number): string {
    return this.host.words.t(key, { n });
  }

  #received({ contributions, next: _, ...counts }: ContributionList): void {
    this.counts = counts;
    const isSomewhere = contributions.some(({ municipality }) => municipality !== undefined) || counts.zones.length > 0;
    if (!isSomewhere || this.#asksNames || !this.#services) return;
    this.#asksNames = true;
    void this.#bringNames(this.#services);
  }

  /** Until they are here, a municipality is shown by its code and a zone by its number. */
  async #bringNames(services: PageServices): Promise<void> {
    try {
      const client = (await services.delivery()).client(this.#api);
      await getMunicipalities(client);
      // Once more, from the browser's cache: what forms share keeps the names of municipalities alone.
      const list = await client.request('/municipalities');
      if (isMunicipalityList(list)) this.zoneNames = new Map(list.zones.map(({ id, name }) => [id, name]));
      this.host.requestUpdate();
    } catch {
      this.#asksNames = false;
    }
  }

  async #hearNetwork(services: PageServices): Promise<void> {
    try {
      const { device } = await services.delivery();
      if (this.#services !== services || !this.host.isConnected) return;
      this.#stopReachable = device.onReachable(() => {
        for (const list of this.#lists.values()) void list.retry();
      });
    } catch {
      // The person can still ask again.
    }
  }
}
