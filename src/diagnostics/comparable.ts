/** Something that says what it is as data, for those who compare two of its kind. */
export interface Comparable {
  /** Everything that tells it from others of its kind. */
  compared(): unknown
}

const shownKey = Symbol('compared')

const shownProperty = {
  enumerable: true,
  get(this: Comparable): unknown {
    return this.compared()
  },
}

/**
 * Shows what an object holds to `deepStrictEqual`, `toEqual` and other comparisons, which look at own enumerable
 * properties alone: an object whose state is private would equal all others of its class. It is worked out only when
 * somebody compares.
 */
export function makeComparable(object: Comparable): void {
  Object.defineProperty(object, shownKey, shownProperty)
}
