import type { Sentence, Token } from './draft.ts';
import type { Random } from './random.ts';

/** Words that rewriting brings in; none of them is rare on purpose. */
const WORDS =
  'ambito quadro percorso strumento coerenza sviluppo attenzione modalità livello insieme opportuno relativo specifico condiviso progressivo definire valutare sostenere rafforzare assicurare tempi soggetti esiti passaggi criteri indirizzi anche inoltre pertanto ove mediante verso presso secondo circa dove quando entro nuovo diverso ulteriore'.split(
    ' ',
  );

const mark = /[.,;:]+$/u;

/** Another word in the place of one, with the punctuation it had. */
export const anotherWord = (random: Random, { text }: Token): Token => ({
  text: `${random.pick(WORDS)}${mark.exec(text)?.[0] ?? ''}`,
});

/** A sentence of which about this share of the words is replaced, left out or joined by new ones. */
export const reworded = (random: Random, sentence: Sentence, share: number): Sentence => {
  const words = sentence.flatMap((token): Token[] => {
    if (!random.chance(share)) return [token];
    const how = random.below(6);
    if (how === 0) return [];
    return how === 1 ? [token, anotherWord(random, token)] : [anotherWord(random, token)];
  });
  return words.length > 0 ? words : [anotherWord(random, sentence[0]!)];
};

/** A new sentence, like none before. */
export const newSentence = (random: Random): Sentence => {
  const words = Array.from({ length: 8 + random.below(14) }, () => random.pick(WORDS));
  return [...words, `${random.pick(WORDS)}${random.below(1e6).toString(36)}.`].map((text) => ({ text }));
};
