import { axeViolations } from '@cmto/testing/axe';
import { SurveyPage } from '@cmto/testing/survey-page';
import { expect } from 'chai';

type Child = Node | string;

const make = (name: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const radio = (value: string): HTMLElement =>
  make('label', {}, make('input', { type: 'radio', name: 'veste', value }), make('span', {}, value));

/** A stand-in for the widget: what the helpers need is native controls with names, nothing of ours. */
const show = (): HTMLElement => {
  const host = make('div');
  host
    .attachShadow({ mode: 'open' })
    .append(
      make(
        'section',
        { lang: 'it' },
        make('h2', {}, 'Questionario'),
        make('div', { 'data-field': 'nome' }, make('label', { for: 'nome' }, 'Nome'), make('input', { id: 'nome' })),
        make(
          'div',
          { 'data-field': 'veste' },
          make(
            'fieldset',
            {},
            make('legend', {}, 'In quale veste?', make('span', { 'aria-hidden': 'true' }, ' *')),
            radio('Sindaca'),
            radio('Tecnico'),
          ),
          make('p', { class: 'error' }, 'Errore: rispondi'),
        ),
        make('div', { 'data-field': 'nascosta', hidden: '' }, make('label', {}, 'Nascosta')),
        make('button', { type: 'button' }, 'Avanti'),
        make('div', { role: 'status' }, 'Bozza salvata'),
      ),
    );
  document.body.append(host);
  return host;
};

describe('SurveyPage', () => {
  let host: HTMLElement;
  let survey: SurveyPage;
  beforeEach(() => {
    host = show();
    survey = new SurveyPage(host);
  });
  afterEach(() => host.remove());

  it('reads what a person reads', () => {
    expect(survey.questions).to.deep.equal(['Nome', 'In quale veste?']);
    expect(survey.headings).to.deep.equal(['Questionario']);
    expect(survey.errors).to.deep.equal(['Errore: rispondi']);
    expect(survey.status).to.equal('Bozza salvata');
    expect(() => survey.question('Nascosta')).to.throw('No question “Nascosta” among: Nome | In quale veste?');
  });

  it('types, chooses and presses by words, with the events that a person’s doing makes', () => {
    const heard: string[] = [];
    for (const type of ['input', 'change', 'click']) {
      host.shadowRoot!.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as Element).localName}`));
    }
    survey.question('Nome').type('Ada');
    survey.question('In quale veste').choose('Tecnico');
    survey.press('Avanti');
    expect(heard).to.include.members(['input input', 'change input', 'click button']);
    expect((host.shadowRoot!.querySelector(':checked') as HTMLInputElement).value).to.equal('Tecnico');
    expect(survey.focused?.localName).to.equal('button');
  });

  it('waits for what comes later, and says what there was when it does not come', async () => {
    setTimeout(() => (host.shadowRoot!.querySelector('h2')!.textContent = 'Grazie'), 30);
    await survey.reach('Grazie');
    expect(survey.headings).to.deep.equal(['Grazie']);
  });

  it('is looked at by axe, shadow root included', async () => {
    expect(await axeViolations(host)).to.deep.equal([]);
    host.shadowRoot!.querySelector('label')!.remove();
    const [found = ''] = await axeViolations(host);
    expect(found).to.match(/^label: /);
  });
});
