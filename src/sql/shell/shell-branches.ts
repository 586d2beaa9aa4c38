import { type Block, opposite, type Place, type Status } from './shell-blocks.ts'
import { filesOf, joinedHeld, type ShellState } from './shell-state.ts'
import type { ShellCommand, ShellGroup, ShellWord } from './shell-word.ts'

/** How a block ends: where the shell goes on, where that is not behind it, and whether it succeeds. */
export interface BlockEnd {
  readonly deadTo: Place | undefined
  readonly status: Status
  /** Where it may go on, besides. */
  readonly maybe: readonly Place[]
}

/** Words with what is known to be put in. */
export type WordsOf = (words: readonly ShellWord[]) => readonly ShellWord[]

/** Whether the list of a `for` has words for sure: no variable, and no pattern of names of files. */
function hasWords(group: ShellGroup, wordsOf: WordsOf): Status {
  const words = wordsOf(group.commands[group.from]?.words ?? [])
  const at = words.findIndex(({ text }) => text === 'for') + 2
  if (words[at]?.text !== 'in') return 'unknown'
  const list = words.slice(at + 1)
  if (list.length === 0) return 'no'
  return list.some(({ text, isBare }) => isBare !== true && !/[*?[{]/.test(text)) ? 'yes' : 'unknown'
}

/** The word of a `case`, and whether a pattern is that: where both are plain texts. */
function isMatched(group: ShellGroup, { words, joint }: ShellCommand, wordsOf: WordsOf): Status {
  const opener = group.commands[group.from]
  const at = opener?.words.findIndex(({ text }) => text === 'case') ?? -1
  const subject = opener?.words[at + 1]
  const pattern = words.at(-1)?.text ?? ''
  if (pattern === '*') return 'yes'
  const [only, ...others] = subject === undefined ? [] : wordsOf([subject])
  if (only === undefined || others.length > 0 || joint === '|' || group.fallsThrough) return 'unknown'
  if (only.text.includes('${') || !/^[\w./:-]*$/.test(pattern)) return 'unknown'
  return only.text === pattern ? 'yes' : 'no'
}

/** Whether the branch behind a condition runs. */
function runsBehind({ group, status }: Block, wordsOf: WordsOf): Status {
  if (group.kind === 'for') return hasWords(group, wordsOf)
  return group.kind === 'select' ? 'unknown' : group.kind === 'until' ? opposite(status) : status
}

/** The branches of a block, which change what is known apart from one another. */
export class ShellBranches {
  readonly #state: ShellState
  /** Whether the shell ends for good where commands go on behind a block. */
  readonly #isEnd: (place: Place) => boolean

  readonly #wordsOf: WordsOf

  constructor(state: ShellState, wordsOf: WordsOf, isEnd: (place: Place) => boolean) {
    this.#state = state
    this.#wordsOf = wordsOf
    this.#isEnd = isEnd
  }

  /** Begins what stands behind a pattern of `case`. */
  beginPattern(block: Block, command: ShellCommand): void {
    const matches = isMatched(block.group, command, this.#wordsOf)
    const { isWhole } = block
    this.begin(block, 'pattern')
    block.isOut = matches === 'no' || (isWhole && !block.group.fallsThrough)
    block.isWhole ||= matches === 'yes'
  }

  /** Begins what stands behind `then`, `do`, `elif`, `else`, or a pattern of `case`. */
  begin(block: Block, step: string): void {
    if (!block.isBranched) return
    const { isFirst } = block
    block.isFirst = false
    if (step === 'then' || step === 'do') this.#behindCondition(block, isFirst)
    else {
      if (!isFirst) this.#end(block)
      block.isOut = block.isWhole && step !== 'pattern'
      block.isWhole ||= step === 'else'
      block.branchMark = this.#state.here()
    }
    block.beginList()
  }

  #behindCondition(block: Block, isFirst: boolean): void {
    const runs = runsBehind(block, this.#wordsOf)
    if (isFirst) block.branchMark = this.#state.here()
    // The condition itself ends the shell.
    if (isFirst && block.deadTo !== undefined) block.isWhole = true
    else {
      block.isOut ||= block.isWhole || runs === 'no'
      block.isWhole ||= runs === 'yes'
    }
  }

  /** Ends a branch: what it changes counts behind all of them; where the shell ends in it, files alone are left. */
  #end(block: Block): void {
    const { deadTo, isOut } = block
    const changes = this.#state.undo(block.branchMark)
    if (!isOut) {
      block.ends.push(deadTo)
      block.statuses.push(block.status)
      const left = deadTo !== undefined && this.#isEnd(deadTo) ? filesOf(changes) : changes
      if (left === changes || left.size > 0) block.branches.push(left)
    }
    block.deadTo = undefined
    block.isOut = false
  }

  /** Ends the last branch of a block. */
  endLast(block: Block): void {
    if (block.isBranched && !block.isFirst) this.#end(block)
  }

  /** Whether a loop may read what it changes. */
  changesOwn({ branches, isLoop, before }: Block): boolean {
    if (!isLoop || before !== undefined) return false
    return branches.some((changes) => [...changes].some(([key, held]) => this.#state.get(key) !== held))
  }

  /** Follows a loop once more, with what it has changed. */
  again(block: Block): void {
    const state = this.#state
    const keys = block.branches.flatMap((changes) => [...changes.keys()])
    const before = new Map(keys.map((key) => [key, state.get(key)]))
    for (const changes of block.branches) state.redo(changes)
    block.again(before, state.here())
  }

  /** What all branches change is what is known behind them. */
  leave({ branches, isWhole, before }: Block): void {
    this.#state.join(branches, isWhole)
    if (isWhole || before === undefined) return
    for (const [key, held] of before) this.#state.set(key, joinedHeld(this.#state.get(key), held))
  }
}

function statusOf({ statuses, isWhole, isLoop }: Block): Status {
  const [first] = statuses
  if (first === undefined) return 'yes'
  return isWhole && !isLoop && statuses.every((status) => status === first) ? first : 'unknown'
}

/** How a block ends that stands at a place. */
export function endOf(block: Block, at: Place): BlockEnd {
  const ends = block.isBranched ? block.ends : [block.deadTo]
  const isEnded = (block.isWhole || !block.isBranched) && ends.length > 0 && !ends.includes(undefined)
  const places = ends.filter((place) => place !== undefined)
  const last = isEnded ? Math.max(...places) : undefined
  const status = block.isBranched ? statusOf(block) : block.status
  const goesOn = last === undefined || last >= at || block.mayLeave || block.isOwn
  const maybe = (goesOn ? places : places.filter((place) => place !== last)).filter((place) => place < at)
  return { deadTo: goesOn ? undefined : last, status: goesOn && isEnded ? 'unknown' : status, maybe }
}
