/** Words by their lower-case form. */
export type WordTable<Word extends string> = ReadonlyMap<string, Word>

/** Makes the table in which {@link wordOf} looks words up. */
// @__NO_SIDE_EFFECTS__
export function wordTable<Word extends string>(words: readonly Word[]): WordTable<Word> {
  return new Map(words.map((word) => [word.toLowerCase(), word]))
}

/** The word that a document writes in any case, as the reference implementation reads words; undefined for others. */
export function wordOf<Word extends string>(table: WordTable<Word>, value: unknown): Word | undefined {
  return typeof value === 'string' ? table.get(value.toLowerCase()) : undefined
}
