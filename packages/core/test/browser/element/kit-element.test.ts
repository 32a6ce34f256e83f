import { expect } from 'chai';
import { html } from 'lit-html';
import { KitElement } from '../../../src/element/kit-element.ts';
import { css } from '../../../src/styles/css.ts';

class Probe extends KitElement {
  static override properties = {
    place: { attribute: 'place', type: (text: string) => text.trim(), initial: 'Torino' },
    rowCount: { attribute: 'row-count', type: Number, initial: 2 },
    quiet: { attribute: 'quiet', type: Boolean, initial: false },
  };
  static override styles = [
    css`
      p {
        color: rgb(1, 2, 3);
      }
    `,
  ];
  declare place: string | undefined;
  declare rowCount: number;
  declare quiet: boolean;
  readonly rendered: string[][] = [];
  fails = false;

  override willUpdate(changed: ReadonlySet<string>): void {
    this.rendered.push([...changed]);
  }
  override render(): unknown {
    if (this.fails) throw new Error('a mistake of ours');
    return html`<p>${this.place} ${this.rowCount} ${this.quiet}</p>`;
  }
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

const shown = (probe: Probe): string => probe.renderRoot.textContent.trim();

describe('the base of our elements', () => {
  const waiting = document.createElement('kit-probe') as Probe;

  before(() => {
    // A page put together by script, before our code has arrived.
    waiting.place = 'Susa';
    waiting.setAttribute('row-count', '7');
    document.body.append(waiting);
    customElements.define('kit-probe', Probe);
  });
  afterEach(() => document.querySelectorAll('kit-probe').forEach((probe) => probe.remove()));

  const put = async (markup: (probe: Probe) => void = () => undefined): Promise<Probe> => {
    const probe = document.createElement('kit-probe') as Probe;
    markup(probe);
    document.body.append(probe);
    await probe.updateComplete;
    return probe;
  };

  it('takes over what a page has set before the code arrived', async () => {
    await waiting.updateComplete;
    expect(shown(waiting)).to.equal('Susa 7 false');
    waiting.place = 'Ivrea';
    await waiting.updateComplete;
    expect(shown(waiting)).to.equal('Ivrea 7 false');
  });

  it('reads attributes, and forgets those that an editor takes away', async () => {
    const probe = await put((tag) => {
      tag.setAttribute('place', ' Pinerolo ');
      tag.setAttribute('quiet', '');
    });
    expect(shown(probe)).to.equal('Pinerolo 2 true');
    for (const name of ['place', 'quiet']) probe.removeAttribute(name);
    probe.setAttribute('row-count', '3');
    await probe.updateComplete;
    expect(shown(probe)).to.equal('Torino 3 false');
    expect(probe.rendered.at(-1)).to.have.members(['place', 'quiet', 'rowCount']);
  });

  it('renders once for many changes, and not for what stays the same', async () => {
    const probe = await put();
    const before_ = probe.rendered.length;
    probe.place = 'Lanzo';
    probe.rowCount = 9;
    probe.place = 'Ceres';
    await probe.updateComplete;
    probe.place = 'Ceres';
    await probe.updateComplete;
    expect(probe.rendered.slice(before_)).to.deep.equal([['place', 'rowCount']]);
    expect(shown(probe)).to.equal('Ceres 9 false');
  });

  it('takes it for no change when a framework sets what is there already, or nothing', async () => {
    const probe = await put();
    const before_ = probe.rendered.length;
    Object.assign(probe, { place: 'Torino', rowCount: undefined, quiet: null });
    await probe.updateComplete;
    expect(probe.rendered).to.have.length(before_);
    probe.rowCount = 3;
    Object.assign(probe, { rowCount: undefined });
    await probe.updateComplete;
    expect(shown(probe)).to.equal('Torino 2 false');
  });

  it('renders nothing before it is on a page, and goes on when it is moved', async () => {
    const probe = document.createElement('kit-probe') as Probe;
    await Promise.resolve();
    expect(probe.rendered).to.deep.equal([]);
    document.body.append(probe);
    await probe.updateComplete;
    document.body.prepend(probe);
    probe.place = 'Ala';
    await probe.updateComplete;
    expect(shown(probe)).to.equal('Ala 2 false');
  });

  it('shares one style sheet among all elements of a kind', async () => {
    const [one, other] = [await put(), await put()];
    expect(one.renderRoot.adoptedStyleSheets).to.have.length(1);
    expect(one.renderRoot.adoptedStyleSheets[0]).to.equal(other.renderRoot.adoptedStyleSheets[0]);
    expect(getComputedStyle(one.renderRoot.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
  });

  it('takes the place of what a server has put into its root', async () => {
    const { body } = document.implementation.createHTMLDocument();
    const markup = '<kit-probe><template shadowrootmode="open"><p>from a server</p></template></kit-probe>';
    // Under the one name that the tests' policy lets make HTML.
    const { trustedTypes } = globalThis as unknown as { trustedTypes: PolicyFactory };
    const policy = trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });
    // oxlint-disable-next-line no-restricted-properties -- how a server's own rendering gets into a page
    body.setHTMLUnsafe(policy.createHTML(markup));
    const probe = body.querySelector('kit-probe') as Probe;
    expect(probe.shadowRoot!.textContent).to.equal('from a server');
    document.body.append(probe);
    await probe.updateComplete;
    expect(shown(probe)).to.equal('Torino 2 false');
  });

  it('keeps a mistake of ours off the page, and renders again at the next change', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (...words: unknown[]) => said.push(...words);
    const probe = await put((tag) => (tag.fails = true));
    console.error = error;
    expect(said.map(String)).to.deep.equal(['Error: a mistake of ours']);
    probe.fails = false;
    probe.place = 'Noasca';
    await probe.updateComplete;
    expect(shown(probe)).to.equal('Noasca 2 false');
  });
});
