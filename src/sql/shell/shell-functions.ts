import type { ShellState } from './shell-state.ts'
import type { ShellCommand, ShellGroup } from './shell-word.ts'

/** What may be the name of a function. */
const names = /[\w.:+-]+/g

/** How often names stand in code. */
function countsOf(code: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [name] of code.matchAll(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A function of the code that nothing has called. */
interface Uncalled {
  readonly name: string
  readonly body: ShellGroup
}

/** The functions that code defines, and which of them it calls. */
export class ShellFunctions {
  readonly #state: ShellState
  readonly #number: number
  readonly #defined = new Map<ShellGroup, string>()
  readonly #definitions = new Map<string, number>()
  readonly #called = new Set<ShellGroup>()
  readonly #code: string
  #counts: ReadonlyMap<string, number> | undefined
  /** Commands that never run as far as they were followed, and those that may. */
  readonly #unreached = new Set<ShellCommand>()
  readonly #reached = new Set<ShellCommand>()
  /** Whether shells that the code starts see them. */
  areExported = false
  /** Whether the code calls what is known only when it runs. */
  hasUnknownCalls = false

  /** @param number - what tells these functions from those of other shells */
  constructor(code: string, state: ShellState, number: number) {
    this.#state = state
    this.#number = number
    this.#code = code
    this.#counts = undefined
  }

  /** Remembers a function. */
  define(name: string, body: ShellGroup): void {
    this.#state.set(this.#keyOf(name), { words: [], hasMore: false, isOfSql: false, bodies: [body] })
    if (!this.#defined.has(body)) this.#definitions.set(name, (this.#definitions.get(name) ?? 0) + 1)
    this.#defined.set(body, name)
  }

  #keyOf(name: string): string {
    return `(${this.#number} ${name}`
  }

  /** Remembers whether a command runs: what never does calls nothing. */
  passed(command: ShellCommand, isReached: boolean): void {
    if (isReached) this.#unreached.delete(command)
    if (isReached) this.#reached.add(command)
    else if (!this.#reached.has(command)) this.#unreached.add(command)
  }

  /** Forgets a function. */
  remove(name: string): void {
    this.#state.set(this.#keyOf(name), undefined)
  }

  /** What may run where it is called. */
  bodiesOf(name: string): readonly ShellGroup[] | undefined {
    return this.#state.get(this.#keyOf(name))?.bodies
  }

  call(body: ShellGroup): void {
    this.#called.add(body)
  }

  /**
   * Functions that something may call, which is not seen: their names stand at another place of the code, and not in one of
   * these functions alone.
   */
  *uncalled(): Generator<Uncalled> {
    this.#counts ??= countsOf(this.#code)
    const left = new Map([...this.#defined].filter(([body]) => !this.#called.has(body)))
    const inside = new Map<string, number>()
    countNames([...this.#unreached], inside)
    for (const body of left.keys()) countNames(commandsOf(body), inside)
    for (let isMore = left.size > 0; isMore; ) {
      isMore = false
      for (const [body, name] of left) {
        if (!this.#called.has(body) && !this.#isNamed(name, inside.get(name) ?? 0)) continue
        left.delete(body)
        countNames(commandsOf(body), inside, -1)
        isMore = true
        if (!this.#called.has(body)) yield { name, body }
      }
    }
  }

  #isNamed(name: string, inside: number): boolean {
    const all = this.#counts?.get(name) ?? Number.POSITIVE_INFINITY
    return this.hasUnknownCalls || all > (this.#definitions.get(name) ?? 0) + inside
  }
}

const commandsOf = ({ commands, from, to }: ShellGroup): readonly ShellCommand[] =>
  commands.slice(from, Math.min(to, commands.length))

/** Counts the names in the words of commands. */
function countNames(commands: readonly ShellCommand[], counts: Map<string, number>, by = 1): void {
  for (const { words, input } of commands)
    for (const { text } of typeof input === 'object' ? [...words, input] : words)
      for (const [name] of text.matchAll(names)) counts.set(name, (counts.get(name) ?? 0) + by)
}
