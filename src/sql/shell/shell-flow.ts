import { Block, type Leaving, type Outcome, type Place } from './shell-blocks.ts'
import { endOf, ShellBranches, type WordsOf } from './shell-branches.ts'
import type { ShellState } from './shell-state.ts'
import type { GroupKind, ShellCommand, ShellGroup } from './shell-word.ts'

/** What code is the whole of: a shell, a function or a file that is read in, or code that is put in where it stands. */
export type WholeKind = 'shell' | 'function' | 'here'

/** A command that is to be begun, with the groups that open before it, from the outermost on. */
interface Begun {
  readonly command: ShellCommand
  readonly groups: ShellGroup[]
}

const byWords: ReadonlySet<string> = new Set(['if', 'while', 'until', 'for', 'select', 'case', '{'])
const sections: ReadonlySet<string> = new Set(['then', 'elif', 'else', 'do'])
const ownShells: ReadonlySet<GroupKind> = new Set(['(', 'word', 'document'])

/** How many commands are followed once more than they stand in the code. */
const mostAgain = 20_000

/** How many blocks around a command are looked at. */
const nearBlocks = 8

/** Where the shell goes on that ends as a whole. */
const outside: Place = -1

/**
 * Which commands of a shell are reached, one after the other in their order: what stands behind `exit`, behind `false &&` or in
 * `if false` never runs. What is not known counts as reached.
 */
export class ShellFlow {
  readonly #state: ShellState
  readonly #kind: WholeKind
  readonly #branches: ShellBranches
  readonly #blocks: Block[] = []
  readonly #open = new Set<ShellGroup>()
  /** Commands whose words have others in them, which run before they do. */
  readonly #begun = new Set<ShellCommand>()
  readonly #unreached = new Set<ShellCommand>()
  #again = 0
  #leftBy: Leaving['what'] = 'exit'

  constructor(whole: ShellGroup, kind: WholeKind, state: ShellState, wordsOf: WordsOf) {
    this.#state = state
    this.#kind = kind
    this.#branches = new ShellBranches(state, wordsOf, (place) => place < 0 || this.#blocks[place]?.isOwn === true)
    this.#blocks.push(new Block(whole, kind === 'shell' || whole.kind === '(', true, state.here()))
    this.#open.add(whole)
  }

  get #top(): Block {
    const top = this.#blocks.at(-1)
    if (top === undefined) throw new RangeError('The flow of shell code has left the code.')
    return top
  }

  /** Whether the command that was begun last may run. */
  get isLive(): boolean {
    return this.#top.isLive
  }

  /** Whether it runs only where another one succeeds, or fails. */
  get isMaybe(): boolean {
    return this.#top.isMaybe
  }

  /** Whether it runs for sure, as far as is known without looking far. */
  get isSure(): boolean {
    const blocks = this.#blocks
    return blocks.length < nearBlocks && blocks.every(({ isBranched, isMaybe }) => !isBranched && !isMaybe)
  }

  /** How the code as a whole ends. */
  get outcome(): Outcome {
    const [whole] = this.#blocks
    const status = whole?.status ?? 'unknown'
    if (whole?.deadTo === undefined) return { status }
    if (whole.mayLeave || whole.deadTo !== outside) return { status: 'unknown' }
    return { status: 'unknown', leaving: { what: this.#leftBy, levels: 1 } }
  }

  /**
   * Begins a command.
   *
   * @returns the body of a function that it defines, which does not run here
   */
  begin(command: ShellCommand, at: number): ShellGroup | undefined {
    this.#endInner(at)
    for (const { command: one, groups } of this.#pathTo(command)) {
      const defined = this.#beginOne(one, groups)
      if (defined !== undefined) return defined
      this.#begun.add(one)
    }
    if (!this.isLive) this.#unreached.add(command)
    return undefined
  }

  /** Ends what stands in words and here-documents before a command. */
  #endInner(at: number): void {
    for (let block = this.#top; this.#blocks.length > 1; block = this.#top) {
      if ((block.group.kind !== 'word' && block.group.kind !== 'document') || block.group.to > at) return
      this.#close(block)
    }
  }

  /** The commands around one that are begun first, since it stands in their words, and that one. */
  #pathTo(command: ShellCommand): readonly Begun[] {
    const path: Begun[] = []
    let at: ShellCommand | undefined = command
    while (at !== undefined && !this.#begun.has(at)) {
      const groups: ShellGroup[] = []
      let owner: ShellCommand | undefined
      let group: ShellGroup | undefined = at.closes ?? at.group
      while (group !== undefined && owner === undefined && !this.#open.has(group)) {
        groups.push(group)
        owner = group.owner
        group = group.parent
      }
      path.push({ command: at, groups: groups.reverse() })
      at = owner
    }
    return path.reverse()
  }

  #beginOne(command: ShellCommand, groups: readonly ShellGroup[]): ShellGroup | undefined {
    for (const group of groups) {
      if (byWords.has(group.kind)) break
      if (group.owner === undefined) this.#top.join(group.joint)
      if (group.definition !== undefined) return group
      this.#push(group)
    }
    return this.#steps(
      command,
      groups.filter(({ kind }) => byWords.has(kind)),
    )
  }

  /** The words of the shell before a command. */
  #steps({ steps, joint, closes }: ShellCommand, groups: readonly ShellGroup[]): ShellGroup | undefined {
    // What opens the group that is followed as a whole, or once more, is passed.
    const openers = steps.filter((step) => byWords.has(step)).length - groups.length
    const left = stepsBehind(steps, openers)
    if (openers > 0) this.#top.beginList()
    else if (!isContinued(closes, groups, left)) this.#top.join(joint)
    const opened = groups.values()
    for (const step of left) {
      if (sections.has(step)) this.#branches.begin(this.#top, step)
      if (step === '!') this.#top.isNegated = !this.#top.isNegated
      const group = byWords.has(step) ? opened.next().value : undefined
      if (group?.definition !== undefined) return group
      if (group !== undefined) this.#push(group)
    }
    return undefined
  }

  /** Whether a command that ends its shell ends the one that is followed. */
  #leavesBehind({ isPiped, isBackground, source }: ShellCommand): boolean {
    return this.#top.isLive && !isPiped && !isBackground && source === undefined
  }

  #push(group: ShellGroup): void {
    const { kind, owner, source, end } = group
    const isApart = source !== undefined || end?.isPiped === true || end?.isBackground === true
    const isReached = kind === 'document' && owner !== undefined ? !this.#unreached.has(owner) : this.#top.isLive
    this.#blocks.push(new Block(group, isApart || ownShells.has(kind), isReached, this.#state.begin()))
    this.#open.add(group)
  }

  /**
   * Goes on behind a command.
   *
   * @returns where to go back to, for a loop that is followed once more
   */
  finish(command: ShellCommand, outcome: Outcome): number | undefined {
    const { closes, isPiped, isBackground, isPattern } = command
    const top = this.#top
    if (isPattern && top.group.kind === 'case') {
      this.#branches.beginPattern(top, command)
      return undefined
    }
    if (closes !== undefined) {
      if (top.group !== closes || this.#blocks.length === 1) return undefined
      const back = this.#close(top)
      if (back !== undefined) return back
    } else if (outcome.leaving !== undefined && this.#leavesBehind(command)) this.#leave(outcome.leaving)
    const status = closes === undefined ? outcome.status : endOf(top, this.#blocks.length).status
    if (!isPiped) this.#top.succeeds(isBackground ? 'yes' : status)
    return undefined
  }

  /** Passes the body of a function. */
  pass(): void {
    this.#top.succeeds('yes')
  }

  /** Ends all that is open. */
  end(): void {
    while (this.#blocks.length > 1) this.#close(this.#top)
  }

  /** Ends a group, or says where it begins for a loop that is followed once more. */
  #close(block: Block): number | undefined {
    const branches = this.#branches
    branches.endLast(block)
    const count = block.group.to - block.group.from
    if (branches.changesOwn(block) && this.#again + count <= mostAgain) {
      this.#again += count
      branches.again(block)
      this.#begun.clear()
      return block.group.from
    }
    if (block.isBranched) branches.leave(block)
    this.#blocks.pop()
    this.#open.delete(block.group)
    this.#leaveState(block)
    const { deadTo, maybe } = endOf(block, this.#blocks.length)
    for (const place of maybe) this.#mayLeave(place)
    if (deadTo !== undefined) this.#goTo(deadTo)
    return undefined
  }

  /** What a shell of its own has changed is taken back, but for files; what may not have run is one of two. */
  #leaveState({ isOwn, mark }: Block): void {
    const state = this.#state
    const isMaybe = this.isMaybe
    if (isOwn || isMaybe) state.leaveOwn(state.undo(mark), isOwn, isMaybe)
    state.end()
  }

  #goTo(place: Place): void {
    if (this.#top.isMaybe) this.#mayLeave(place)
    else this.#top.deadTo = place
  }

  #mayLeave(place: Place): void {
    const block = this.#blocks[place]
    if (block !== undefined) block.mayLeave = true
  }

  #leave({ what, levels }: Leaving): void {
    const place = what === 'exit' || what === 'return' ? this.#placeBehind(what) : this.#placeBehindLoop(levels)
    if (place === undefined) return
    if (place === outside) this.#leftBy = what
    this.#goTo(place)
  }

  /** Where the shell goes on behind `exit` or `return`. Of a shell that is no function `return` is refused, and it goes on. */
  #placeBehind(what: 'exit' | 'return'): Place | undefined {
    const own = this.#blocks.findLastIndex(({ isOwn }) => isOwn)
    if (what === 'exit' || own > 0) return own < 0 ? outside : own
    return this.#kind === 'shell' ? undefined : this.#kind === 'function' ? 0 : outside
  }

  #placeBehindLoop(levels: number): Place | undefined {
    const own = this.#blocks.findLastIndex(({ isOwn }) => isOwn)
    const places = [...this.#blocks.keys()].filter((place) => this.#blocks[place]?.isLoop === true && place >= own)
    return places.at(-Math.min(levels, places.length))
  }
}

/** Whether a command goes on with a group that is open, be it that it ends it. */
function isContinued(closes: ShellGroup | undefined, groups: readonly ShellGroup[], steps: readonly string[]): boolean {
  return (closes !== undefined && groups.length === 0) || sections.has(steps[0] ?? '')
}

/** What stands behind the first words that open something. */
function stepsBehind(steps: readonly string[], openers: number): readonly string[] {
  let from = 0
  for (let left = openers; left > 0 && from < steps.length; from += 1) if (byWords.has(steps[from] ?? '')) left -= 1
  return steps.slice(from)
}
