import '@cmto/survey-widget/define';
import { expect } from 'chai';
import { aPoll } from './support/questionnaire.ts';
import { useStage } from './support/stage.ts';

/** What old pages lay their columns out with: each is as wide as what is in it. */
const surroundings: readonly [what: string, make: () => HTMLElement][] = [
  [
    'a table for layout',
    () => {
      const table = document.body.appendChild(document.createElement('table'));
      return table.insertRow().insertCell();
    },
  ],
  ['a float', () => styled({ float: 'left' })],
  ['an inline block', () => styled({ display: 'inline-block' })],
  [
    'a flex row',
    () => {
      const row = styled({ display: 'flex' });
      return row.appendChild(document.createElement('div'));
    },
  ],
];

const styled = (style: Partial<CSSStyleDeclaration>): HTMLElement => {
  const part = document.body.appendChild(document.createElement('div'));
  Object.assign(part.style, style);
  return part;
};

describe('<cmto-survey> where the page gives it no width', () => {
  const stage = useStage();

  for (const [what, make] of surroundings) {
    it(`has room for words in ${what}`, async () => {
      stage.publish(aPoll());
      const page = await stage.open({}, make());
      const { width } = page.element.getBoundingClientRect();
      expect(width).to.be.at.least(250);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    });
  }

  it('is as narrow as a column that has a width of its own', async () => {
    stage.publish(aPoll());
    const row = styled({ display: 'flex', width: '600px' });
    const columns = [1, 2].map(() => document.createElement('div'));
    for (const column of columns) column.style.flex = '1 0 0';
    row.append(...columns);
    const page = await stage.open({}, columns[0]);
    expect(Math.round(page.element.getBoundingClientRect().width)).to.equal(300);
  });
});
