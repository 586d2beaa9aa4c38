declare const hint: unique symbol

/**
 * A sentence that stands in a compile error beside what an argument may be, and says what to write. It is no value: nothing
 * has this type, and editors do not offer it.
 */
export interface Hint<Sentence extends string> {
  readonly [hint]: Sentence
}
