import type { SourcePlace } from '../../diagnostics/diagnostic.ts'
import { unescapeSegment } from '../../diagnostics/json-pointer.ts'
import { TextLines } from '../../diagnostics/text-lines.ts'
import { endOfString, sign } from '../../document/json/scanner.ts'

/** An object or list that the scan is inside of. */
interface Frame {
  readonly isList: boolean
  /** What is wanted below; undefined where nothing is. */
  readonly tree: PointerTree | undefined
  /** The key or the place in the list of the value that comes next; undefined where a key comes next. */
  key: string | undefined
  position: number
}

/** What a string of JSON text says; undefined for a text that is none. */
function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Scans JSON text once, and notes where the wanted values begin. Text that is no JSON is scanned as far as it goes. */
class Scan {
  readonly #text: string
  readonly #root: PointerTree
  readonly #frames: Frame[] = []
  #at = 0

  constructor(text: string, root: PointerTree) {
    this.#text = text
    this.#root = root
  }

  run(): void {
    while (this.#at < this.#text.length) {
      const char = this.#text.charCodeAt(this.#at)
      if (char === sign.close || char === sign.closeList) this.#close()
      else if (char === sign.comma) this.#next()
      else if (char > 32 && char !== sign.colon) this.#token(char)
      else this.#at++
    }
  }

  #close(): void {
    this.#frames.pop()
    this.#at++
  }

  #next(): void {
    const frame = this.#frames.at(-1)
    if (frame !== undefined) frame.key = frame.isList ? String(++frame.position) : undefined
    this.#at++
  }

  /** A key, or the first character of a value. */
  #token(char: number): void {
    const frame = this.#frames.at(-1)
    const start = this.#at
    this.#at = char === sign.quote ? endOfString(this.#text, start) : start + 1
    if (frame !== undefined && frame.key === undefined) {
      // Keys that nobody asked for are not read.
      frame.key = frame.tree === undefined ? '' : (unquoted(this.#text.slice(start, this.#at)) ?? '')
      return
    }
    const tree = frame === undefined ? this.#root : frame.tree?.below.get(frame.key ?? '')
    if (tree !== undefined) tree.offset ??= start
    if (char === sign.open) this.#frames.push({ isList: false, tree, key: undefined, position: 0 })
    if (char === sign.openList) this.#frames.push({ isList: true, tree, key: '0', position: 0 })
  }
}

/**
 * Finds where values stand in JSON text, in time that follows the text and not the number of values.
 *
 * @param pointers - JSON Pointers; one of a value that is not there has the place of what it would stand in
 * @returns line and column by pointer, counted from 1 in UTF-16 units; without an entry where the text is no JSON
 */
export function locatePointers(text: string, pointers: Iterable<string>): ReadonlyMap<string, SourcePlace> {
  const root = new PointerTree()
  const wanted = new Map(Array.from(pointers, (pointer) => [pointer, root.want(pointer)]))
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  new Scan(body, root).run()
  const lines = new TextLines(body)
  const found = new Map<string, SourcePlace>()
  for (const [pointer, tree] of wanted) {
    const offset = tree.nearestOffset()
    if (offset !== undefined) found.set(pointer, lines.placeOf(offset))
  }
  return found
}

/** Values that are looked for in a text, by their place in the document. */
class PointerTree {
  readonly below: Map<string, PointerTree> = new Map()
  /** Where the value begins in the text, once it is found. */
  offset: number | undefined
  readonly #above: PointerTree | undefined

  constructor(above?: PointerTree) {
    this.#above = above
  }

  /** Adds a JSON Pointer to what is looked for. */
  want(pointer: string): PointerTree {
    let tree: PointerTree = this
    for (const segment of pointer.split('/').slice(1)) {
      const key = unescapeSegment(segment)
      const next: PointerTree = tree.below.get(key) ?? new PointerTree(tree)
      tree.below.set(key, next)
      tree = next
    }
    return tree
  }

  /** Where the value begins, or the nearest one it would stand in. */
  nearestOffset(): number | undefined {
    for (let tree: PointerTree | undefined = this; tree !== undefined; tree = tree.#above) {
      if (tree.offset !== undefined) return tree.offset
    }
    return undefined
  }
}
