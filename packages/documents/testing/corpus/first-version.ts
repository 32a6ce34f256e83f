import { readFileSync } from 'node:fs';
import { readMarkdown } from '../../src/sources/markdown.ts';
import type { Section } from '../../src/model/text-document.ts';
import type { Draft, DraftParagraph, DraftSection, Sentence } from './draft.ts';
import { sentencesOf } from './draft.ts';
import type { Random } from './random.ts';

/** The prose that a corpus is made of; `costituzione` and `piano` share no sentence. */
export type Prose = 'costituzione' | 'piano';

const read = (name: Prose): readonly Section[] =>
  readMarkdown(readFileSync(new URL(`../prose/${name}.md`, import.meta.url), 'utf8')).sections;

const PROSE = { costituzione: read('costituzione'), piano: read('piano') };

/** What plans repeat under every heading, word for word. */
const REPEATED = [
  'Soggetti coinvolti: Città metropolitana, Comuni, Regione Piemonte e associazioni di categoria.',
  'Le risorse necessarie sono individuate annualmente nel bilancio di previsione, compatibilmente con gli equilibri di finanza pubblica.',
  'Il monitoraggio è svolto con cadenza semestrale e i risultati sono pubblicati sul sito istituzionale.',
  'Dati dimostrativi.',
];

const TOWNS =
  'Ivrea Susa Pinerolo Chieri Carmagnola Chivasso Rivoli Moncalieri Lanzo Ciriè Oulx Cuorgnè Giaveno Avigliana'.split(
    ' ',
  );

/** What plans repeat with another name or figure in it. */
const varied = (random: Random): string =>
  random.pick([
    `L'intervento interessa il comune di ${random.pick(TOWNS)} e i comuni confinanti, con una durata prevista di ${6 + random.below(30)} mesi.`,
    `L'ufficio di piano della zona di ${random.pick(TOWNS)} riferisce ogni anno all'assemblea dei sindaci sullo stato di attuazione, entro il ${1 + random.below(28)} marzo.`,
    `Indicatore: numero di utenti serviti nel comune di ${random.pick(TOWNS)}, valore atteso ${100 * (1 + random.below(90))} entro il triennio.`,
  ]);

/** The first version of a document: whole sections of real headings and prose, with what such plans repeat. */
export const firstVersion = (random: Random, prose: readonly Prose[]): Draft => {
  let words = 0;
  const doubled = new Set<number>();
  const original = (sentence: Sentence, isDouble: boolean): Sentence =>
    sentence.map(({ text }) => {
      if (isDouble) doubled.add(words);
      return { text, origin: words++ };
    });
  const written = (text: string): DraftParagraph => ({
    sentences: sentencesOf(text).map((one) => original(one, false)),
  });
  const repeated = (): Sentence[] =>
    sentencesOf(random.chance(0.5) ? random.pick(REPEATED) : varied(random)).map((one) => original(one, true));
  const decorate = (section: DraftSection): void => {
    for (const paragraph of section.paragraphs) if (random.chance(0.08)) paragraph.sentences.push(...repeated());
    while (random.chance(0.35)) section.paragraphs.push({ sentences: repeated() });
    if (random.chance(0.3)) section.paragraphs.reverse();
  };
  const sections = prose
    .flatMap((name) => PROSE[name])
    // A chapter's heading stays; two thirds of the sections under it make each document another one.
    .filter(({ level }) => level === 1 || random.chance(0.66))
    .map(({ heading, level, paragraphs }, origin): DraftSection => ({
      heading,
      level,
      origin,
      paragraphs: paragraphs.map(({ text }) => written(text)),
    }));
  for (const section of sections) if (section.level > 1) decorate(section);
  return { sections, doubled };
};
