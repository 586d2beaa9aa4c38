import type { ShellGroup, ShellWord } from './shell-word.ts'

/** What a variable holds, or a file: one of these texts, or another one that is not known. */
export interface Held {
  readonly words: readonly ShellWord[]
  /** Whether it may be another text than these. */
  readonly hasMore: boolean
  /** Whether one of the texts is SQL, be it known or not. */
  readonly isOfSql: boolean
  /** The values of a list, and of the arguments of a function or a shell, where they are known. */
  readonly list?: readonly ShellWord[] | undefined
  /** Of a function, what may run where it is called. */
  readonly bodies?: readonly ShellGroup[] | undefined
}

type Key = string

/** What was changed where code may run or not, each with what it is behind that. */
export type Changes = ReadonlyMap<Key, Held | undefined>

/** How many texts one variable is followed with. */
const mostTexts = 4

/** How deep in one another places that may run or not are told apart. */
const mostOpen = 48

/** Of what counts beyond the shell that changes it, names begin with this. */
export const fileSign = '/'

/** Changes of files alone, which outlive the shell that makes them. */
export function filesOf(changes: Changes): Changes {
  return new Map([...changes].filter(([key]) => key.startsWith(fileSign)))
}

/** One or the other; what is not set is no text, and as good as the other. */
export function joinedHeld(one: Held | undefined, other: Held | undefined): Held | undefined {
  if (one === undefined || one === other) return other
  if (other === undefined) return one
  const words = [...one.words]
  for (const word of other.words) if (!words.some(({ text }) => text === word.text)) words.push(word)
  const hasMore = one.hasMore || other.hasMore || words.length > mostTexts
  const list = one.list === other.list ? one.list : undefined
  const isOfSql = one.isOfSql || other.isOfSql
  const bodies = one.bodies === undefined ? other.bodies : [...new Set([...one.bodies, ...(other.bodies ?? [])])]
  return {
    words: words.slice(0, mostTexts),
    hasMore,
    isOfSql,
    ...(list && { list }),
    ...(bodies && { bodies: bodies.slice(0, mostTexts) }),
  }
}

/** What variables and files hold while code is followed, which branches of it change apart from one another. */
export class ShellState {
  readonly #held = new Map<Key, Held>()
  readonly #changes: (readonly [key: Key, before: Held | undefined])[] = []
  #open = 0

  get(key: Key): Held | undefined {
    return this.#held.get(key)
  }

  set(key: Key, held: Held | undefined): void {
    const before = this.#held.get(key)
    if (this.#open > 0) this.#changes.push([key, before])
    this.#put(key, this.#open > mostOpen ? joinedHeld(before, held) : held)
  }

  #put(key: Key, held: Held | undefined): void {
    if (held === undefined) this.#held.delete(key)
    else this.#held.set(key, held)
  }

  /** Begins a place whose changes may be taken back. */
  begin(): number {
    this.#open += 1
    return this.#changes.length
  }

  /** A mark inside of a place that has begun. */
  here(): number {
    return this.#changes.length
  }

  end(): void {
    this.#open -= 1
    if (this.#open === 0) this.#changes.length = 0
  }

  /** Takes back what was changed since then, and says what that was. Too deep in others nothing is taken back. */
  undo(mark: number): Changes {
    const after = new Map<Key, Held | undefined>()
    if (this.#open > mostOpen) return after
    for (let change = this.#pop(mark); change !== undefined; change = this.#pop(mark)) {
      const [key, before] = change
      if (!after.has(key)) after.set(key, this.#held.get(key))
      this.#put(key, before)
    }
    return after
  }

  #pop(mark: number): readonly [Key, Held | undefined] | undefined {
    return this.#changes.length > mark ? this.#changes.pop() : undefined
  }

  /** Changes all of these. */
  redo(changes: Changes): void {
    for (const [key, held] of changes) this.set(key, held)
  }

  /**
   * Changes what is left of changes that were taken back.
   *
   * @param isOwn - whether a shell of its own made them, of which only files are left
   * @param isMaybe - whether it may not have run
   */
  leaveOwn(changes: Changes, isOwn: boolean, isMaybe: boolean): void {
    const left = isOwn ? filesOf(changes) : changes
    for (const [key, held] of left) this.set(key, isMaybe ? joinedHeld(this.get(key), held) : held)
  }

  /**
   * Changes what one of several branches changes.
   *
   * @param isWhole - whether one of them runs for sure
   */
  join(branches: readonly Changes[], isWhole: boolean): void {
    const joined = new Map<Key, { count: number; held: Held | undefined }>()
    for (const branch of branches)
      for (const [key, held] of branch) {
        const before = joined.get(key)
        if (before === undefined) joined.set(key, { count: 1, held })
        else joined.set(key, { count: before.count + 1, held: joinedHeld(before.held, held) })
      }
    for (const [key, { count, held }] of joined) {
      const isAlways = isWhole && count === branches.length
      this.set(key, isAlways ? held : joinedHeld(this.get(key), held))
    }
  }
}
