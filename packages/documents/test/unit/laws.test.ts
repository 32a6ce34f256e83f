import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anchorOf, reattaching, type TextDocument } from '../../src/index.ts';
import { createRandom, editedDocument } from '../../testing/index.ts';

const SEEDS = Array.from({ length: 12 }, (_, at) => 70_001 + at);

const documentOf = (seed: number): TextDocument => editedDocument(seed, ['piano', 'costituzione']).from;

const paragraphsIn = ({ sections }: TextDocument) =>
  sections.flatMap((section) => section.paragraphs.map((paragraph) => ({ section, paragraph })));

describe('reattach, whatever the document', () => {
  it('finds everything the same in an unchanged document, look-alikes too', () => {
    for (const seed of SEEDS) {
      const document = documentOf(seed);
      const follow = reattaching(document, document);
      for (const { section, paragraph } of paragraphsIn(document)) {
        const anchor = anchorOf(section, paragraph);
        const outcome = follow(anchor);
        assert.deepEqual([outcome.state, 'anchors' in outcome && outcome.anchors], ['same', [anchor]]);
      }
      for (const { id } of document.sections) assert.equal(follow({ section: id }).state, 'same');
    }
  });

  it('never attaches a deleted paragraph to another one', () => {
    for (const seed of SEEDS) {
      const from = documentOf(seed);
      const gone = createRandom(seed).pick(paragraphsIn(from));
      const sections = from.sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.filter((paragraph) => paragraph !== gone.paragraph),
      }));
      const { state } = reattaching(from, { sections })(anchorOf(gone.section, gone.paragraph));
      assert.ok(state === 'gone' || state === 'unsure', `seed ${seed}: ${state}`);
    }
  });

  it('finds all sections and their text again in any order', () => {
    for (const seed of SEEDS) {
      // A section stands after the one around it: in any order they can only stand side by side.
      const sections = documentOf(seed).sections.map(({ parent: _, ...section }) => section);
      const from = { sections };
      const to = { sections: createRandom(seed).shuffled(sections) };
      const follow = reattaching(from, to);
      for (const { section, paragraph } of paragraphsIn(from)) {
        const outcome = follow(anchorOf(section, paragraph));
        if (outcome.state === 'unsure') continue;
        assert.ok(outcome.state === 'same' || outcome.state === 'moved');
        assert.deepEqual(outcome.anchors, [anchorOf(section, paragraph)]);
      }
    }
  });
});
