import { expect } from 'chai';
import { LitElement, html } from 'lit';

class ToolchainProbe extends LitElement {
  static override properties = { name: { type: String } };
  declare name: string;

  constructor() {
    super();
    this.name = 'Torino';
  }

  override render() {
    return html`<p>${this.name}</p>`;
  }
}
customElements.define('toolchain-probe', ToolchainProbe);

describe('the browser tests', () => {
  it('run typed Lit elements with declared properties', async () => {
    const probe = new ToolchainProbe();
    document.body.append(probe);
    await probe.updateComplete;
    probe.name = 'Ivrea';
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Ivrea');
    probe.remove();
  });

  it('run in Italian, on the time of Rome', () => {
    const formatter = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
    expect(formatter.format(new Date('2026-11-20T23:30:00Z'))).to.contain('21 novembre 2026');
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('Europe/Rome');
    expect(navigator.language).to.equal('it-IT');
  });

  it('refuse HTML strings', () => {
    // oxlint-disable-next-line no-restricted-properties -- the very thing that must be refused
    expect(() => (document.createElement('div').innerHTML = '<b>no</b>')).to.throw(TypeError);
  });
});
