import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anchorOf, type Outcome, reattach, type TextDocument } from '../../src/index.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';

const GREEN =
  'Corona Verde collega le residenze reali, i parchi fluviali e i boschi della collina con sentieri continui.';
const TREES = 'Gli alberi piantati negli ultimi dieci anni soffrono la siccità e chiedono cisterne per la pioggia.';
const TRAIN = 'Il servizio ferroviario passa ogni mezz’ora fino alle nove di sera, poi restano soltanto le automobili.';
const MONEY = 'Le risorse necessarie sono individuate annualmente nel bilancio di previsione.';

const plan = (green: readonly string[], mobile: readonly string[]): TextDocument =>
  readMarkdown(['# Verde', ...green, '# Mobilità', ...mobile].join('\n\n'));

/** Follows the paragraph that begins so, or a passage of it. */
const follow = (from: TextDocument, to: TextDocument, text: string, quote?: string): Outcome => {
  for (const section of from.sections)
    for (const paragraph of section.paragraphs) {
      if (!paragraph.text.startsWith(text)) continue;
      const start = quote === undefined ? -1 : paragraph.text.indexOf(quote);
      const passage = quote === undefined ? undefined : { start, end: start + quote.length };
      return reattach(anchorOf(section, paragraph, passage), from, to);
    }
  throw new Error(`no paragraph begins with ${text}`);
};

/** State, reason and the texts of the places, in one line each. */
const told = (outcome: Outcome, to: TextDocument): string[] => {
  const texts =
    'anchors' in outcome
      ? outcome.anchors.map(({ paragraph, section, quote }) => {
          const found = to.sections.find(({ id }) => id === section)?.paragraphs.find(({ id }) => id === paragraph);
          return `${section}: ${quote?.exact ?? found?.text}`;
        })
      : [];
  return [`${outcome.state}, ${outcome.reason}`, ...texts];
};

describe('reattach', () => {
  const before = plan([GREEN, TREES], [TRAIN]);

  it('finds what stands where it stood', () => {
    const after = plan([GREEN, 'Un capoverso nuovo che parla di tutt’altro argomento.', TREES], [TRAIN]);
    assert.deepEqual(told(follow(before, after, TREES), after), ['same, unchanged', `verde: ${TREES}`]);
  });

  it('finds what was moved to another section', () => {
    const after = plan([GREEN], [TRAIN, TREES]);
    assert.deepEqual(told(follow(before, after, TREES), after), ['moved, moved', `mobilita: ${TREES}`]);
  });

  it('finds a reworded paragraph and tells its words before and after', () => {
    const after = plan([GREEN.replace('continui', 'ciclabili'), TREES], [TRAIN]);
    const outcome = follow(before, after, GREEN);
    assert.deepEqual(told(outcome, after).slice(0, 1), ['changed, reworded']);
    assert.deepEqual('diff' in outcome && outcome.diff.filter(({ kind }) => kind !== 'same'), [
      { kind: 'removed', text: 'continui' },
      { kind: 'added', text: 'ciclabili' },
    ]);
  });

  it('finds both pieces of a split, and a paragraph within one it was merged into', () => {
    const one = plan([`${GREEN} ${TREES}`], [TRAIN]);
    assert.deepEqual(told(follow(one, before, GREEN), before), [
      'changed, split',
      `verde: ${GREEN}`,
      `verde: ${TREES}`,
    ]);
    assert.deepEqual(told(follow(before, one, TREES), one), ['changed, merged', `verde: ${GREEN} ${TREES}`]);
  });

  it('follows a quoted passage within its paragraph, and says so when only the rest was changed', () => {
    const after = plan([GREEN.replace('residenze reali', 'regge sabaude'), TREES], [TRAIN]);
    assert.deepEqual(told(follow(before, after, GREEN, 'i boschi della collina'), after), [
      'changed, around-passage',
      'verde: i boschi della collina',
    ]);
  });

  it('says when the paragraph is there and the passage is not', () => {
    const after = plan([GREEN.replace(' con sentieri continui', ''), TREES], [TRAIN]);
    assert.deepEqual(told(follow(before, after, GREEN, 'con sentieri continui'), after), [
      'changed, passage-gone',
      `verde: ${GREEN.replace(' con sentieri continui', '')}`,
    ]);
  });

  it('says that a deleted paragraph is gone', () => {
    const after = plan([GREEN], [TRAIN]);
    assert.deepEqual(told(follow(before, after, TREES), after), ['gone, deleted']);
  });

  it('queues a paragraph in whose place something else stands: it may be its rewriting', () => {
    const after = plan(
      [GREEN, 'Le piante giovani hanno bisogno di acqua, ombra e di qualcuno che le curi ogni estate.'],
      [TRAIN],
    );
    assert.deepEqual(told(follow(before, after, TREES), after), ['unsure, new-text']);
  });

  it('queues a look-alike whose place is gone, though its double stands elsewhere', () => {
    const from = plan([GREEN, MONEY], [TRAIN, MONEY]);
    const to = plan([GREEN], [TRAIN, MONEY]);
    assert.deepEqual(told(follow(from, to, MONEY), to).slice(0, 1), ['unsure, look-alike']);
  });

  it('keeps a look-alike that stands where it stood', () => {
    const from = plan([GREEN, MONEY], [TRAIN, MONEY]);
    const to = plan([GREEN.replace('continui', 'ciclabili'), MONEY], [TRAIN, MONEY]);
    assert.deepEqual(told(follow(from, to, MONEY), to), ['same, unchanged', `verde: ${MONEY}`]);
  });

  it('queues a paragraph that differs from another one by a figure only, when both have changed', () => {
    const term = (days: string) =>
      `Le domande si presentano entro ${days} giorni dalla pubblicazione dell’avviso sul sito.`;
    const from = plan([GREEN, term('trenta')], [TRAIN, term('sessanta')]);
    const to = plan([GREEN, term('sessanta')], [TRAIN, term('trenta')]);
    assert.equal(follow(from, to, term('trenta')).state, 'unsure');
    assert.equal(follow(from, to, term('sessanta')).state, 'unsure');
  });

  it('queues what does not fit the version it was made in', () => {
    const [section] = before.sections;
    assert.deepEqual(reattach({ section: 'non-esiste' }, before, before), {
      state: 'unsure',
      candidates: [],
      certainty: 0,
      reason: 'not-found',
    });
    const twice = reattach({ section: section!.id, quote: { exact: 'i' } }, before, before);
    assert.equal(twice.reason, 'not-found');
  });

  it('follows a section as a whole: same, moved, reworded, renamed', () => {
    const anchor = { section: 'verde' };
    assert.equal(reattach(anchor, before, before).state, 'same');
    const turned = readMarkdown(['# Mobilità', TRAIN, '# Verde', GREEN, TREES].join('\n\n'));
    const states = [reattach(anchor, before, turned), reattach({ section: 'mobilita' }, before, turned)];
    assert.deepEqual(states.map(({ state }) => state).toSorted(), ['moved', 'same']);
    assert.equal(reattach(anchor, before, plan([GREEN], [TRAIN])).state, 'changed');
    const renamed = readMarkdown(['# La città degli alberi', GREEN, TREES, '# Mobilità', TRAIN].join('\n\n'));
    const outcome = reattach(anchor, before, renamed);
    assert.deepEqual(
      [outcome.state, 'anchors' in outcome && outcome.anchors],
      ['changed', [{ section: 'la-citta-degli-alberi' }]],
    );
  });
});
