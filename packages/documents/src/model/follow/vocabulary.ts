/** The words of two versions as numbers, and how much each of them tells: a rare word tells more than a common one. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #paragraphs: number[] = [];
  #total = 0;

  idOf(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(word, id);
      this.#paragraphs.push(0);
    }
    return id;
  }

  /** Counts a paragraph by its words, sorted; all are counted before the first weight is asked for. */
  count(sorted: readonly number[]): void {
    this.#total++;
    for (let at = 0; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) this.#paragraphs[sorted[at]!]!++;
  }

  /** In how many paragraphs of both versions it stands. */
  frequency(word: number): number {
    return this.#paragraphs[word]!;
  }

  /** Inverse document frequency (Spärck Jones), never 0: a paragraph of common words has a weight, too. */
  weight(word: number): number {
    return Math.log2(1 + this.#total / this.#paragraphs[word]!);
  }

  weightOf(words: readonly number[]): number {
    return words.reduce((sum, word) => sum + this.weight(word), 0);
  }
}
