import type { TextPlace } from '../../diagnostics/diagnostic.ts'
import { placeInText } from '../../diagnostics/text-lines.ts'
import { type ModuleToken, moduleTokens } from '../sources/module-tokens.ts'

/** How deep the deepest expression of a module is, and where it begins. */
export interface DeepExpression extends TextPlace {
  /** Calls and operators that follow one another, or brackets one in the other. */
  readonly kind: 'brackets' | 'chain'
  readonly depth: number
}

/** The expression that is read between two brackets. */
interface Level {
  start: number | undefined
  links: number
}

const isOperand = (token: string): boolean => /^[$\w'"`]/.test(token)
const opens = (token: string): boolean => /^[[{(]$/.test(token)
const closes = (token: string): boolean => /^[\]})]$/.test(token)
/** What an expression ends at, or begins behind: a compiler begins anew there. */
const parts = (token: string): boolean =>
  /^(?:[,;=]|await|case|const|default|export|let|return|throw|var|yield)$/.test(token)
/** Brackets after a value are a call or a place in it; an accolade is a block. */
const links = (token: string): boolean => !isOperand(token) && !closes(token) && !/^[.{]$/.test(token)

class ExpressionReader {
  readonly #levels: Level[] = [{ start: undefined, links: 0 }]
  #before = ''
  #deepest = { isChain: true, depth: 0, start: 0 }

  get deepest(): Readonly<{ isChain: boolean; depth: number; start: number }> {
    return this.#deepest
  }

  take({ token, offset }: ModuleToken): void {
    if (parts(token)) this.#begin(undefined)
    else this.#extend(token, offset)
    if (opens(token)) this.#levels.push({ start: undefined, links: 0 })
    else if (closes(token) && this.#levels.length > 1) this.#levels.pop()
    this.#before = parts(token) ? '' : token
  }

  #begin(start: number | undefined): void {
    this.#levels[this.#levels.length - 1] = { start, links: 0 }
  }

  #extend(token: string, offset: number): void {
    const followsValue = isOperand(this.#before) || closes(this.#before)
    // Two values beside one another belong to two expressions.
    if (isOperand(token) && followsValue) this.#begin(offset)
    const level = this.#levels.at(-1)
    if (level === undefined) return
    level.start ??= offset
    if (followsValue && links(token)) level.links++
    this.#note({ isChain: true, depth: level.links, start: level.start })
    if (opens(token)) this.#note({ isChain: false, depth: this.#levels.length, start: this.#levels[0]?.start ?? 0 })
  }

  #note(found: ExpressionReader['deepest']): void {
    if (found.depth > this.#deepest.depth) this.#deepest = found
  }
}

/**
 * Finds the expression that a compiler, which goes from call to call within one another, needs the most of its stack for. Texts
 * are told from calls, and no more: it is near enough to say where an expression stands that no compiler could read.
 */
export function deepestPlace(text: string): DeepExpression | undefined {
  const reader = new ExpressionReader()
  for (const token of moduleTokens(text)) reader.take(token)
  const { isChain, depth, start } = reader.deepest
  return depth === 0 ? undefined : { kind: isChain ? 'chain' : 'brackets', depth, ...placeInText(text, start) }
}
