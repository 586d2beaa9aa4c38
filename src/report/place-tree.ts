/** Values that are looked for in a text, by their place in the document. */
export class PlaceTree {
  readonly below: Map<string, PlaceTree> = new Map()
  /** Where the value begins in the text, once it is found. */
  offset: number | undefined
  readonly #above: PlaceTree | undefined

  constructor(above?: PlaceTree) {
    this.#above = above
  }

  /** Adds a JSON Pointer to what is looked for. */
  want(pointer: string): PlaceTree {
    let tree: PlaceTree = this
    for (const segment of pointer.split('/').slice(1)) {
      const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
      const next: PlaceTree = tree.below.get(key) ?? new PlaceTree(tree)
      tree.below.set(key, next)
      tree = next
    }
    return tree
  }

  /** Where the value begins, or the nearest one it would stand in. */
  nearestOffset(): number | undefined {
    for (let tree: PlaceTree | undefined = this; tree !== undefined; tree = tree.#above) {
      if (tree.offset !== undefined) return tree.offset
    }
    return undefined
  }
}
