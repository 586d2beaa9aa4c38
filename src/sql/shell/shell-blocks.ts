import type { Changes } from './shell-state.ts'
import type { GroupKind, Joint, ShellGroup } from './shell-word.ts'

/** Whether a command succeeds. */
export type Status = 'yes' | 'no' | 'unknown'

/** That a command ends what it stands in. */
export interface Leaving {
  readonly what: 'exit' | 'return' | 'break' | 'continue'
  /** Of how many loops. */
  readonly levels: number
}

/** What is known of a command that has run. */
export interface Outcome {
  readonly status: Status
  readonly leaving?: Leaving | undefined
}

export const unknownOutcome: Outcome = { status: 'unknown' }

const loops: ReadonlySet<GroupKind> = new Set(['while', 'until', 'for', 'select'])

/** The block behind which commands go on that end in another one: by how many blocks are around it; none is in the code. */
export type Place = number

/** A group while its commands are followed. */
export class Block {
  readonly group: ShellGroup
  /** Whether it is a shell of its own, so that `exit` ends it alone. */
  readonly isOwn: boolean
  /** Whether it may run at all. */
  readonly isReached: boolean
  /** Where its changes begin, and those of the branch that is followed. */
  readonly mark: number
  branchMark: number

  /** Of the commands that `&&` and `||` hold together: whether the last succeeded, and what that means for the next. */
  status: Status = 'yes'
  isSkipped = false
  isMaybe = false
  isNegated = false
  /** Where the shell goes on, where it does not in this block. */
  deadTo: Place | undefined
  /** Whether it may be left before its end. */
  mayLeave = false

  /** Of `if`, `case` and loops: whether no branch has begun, and the one that is followed never runs. */
  isFirst = true
  isOut = false
  /** Whether one of the branches runs for sure. */
  isWhole = false
  /** Of the branches that may run: where the shell goes on behind them, whether they succeed, and what they change. */
  ends: (Place | undefined)[] = []
  statuses: Status[] = []
  branches: Changes[] = []
  /** Of a loop that is followed once more, what its changes were before it. */
  before: Changes | undefined

  constructor(group: ShellGroup, isOwn: boolean, isReached: boolean, mark: number) {
    this.group = group
    this.isOwn = isOwn
    this.isReached = isReached
    this.mark = mark
    this.branchMark = mark
    this.deadTo = undefined
    this.before = undefined
  }

  get isLoop(): boolean {
    return loops.has(this.group.kind)
  }

  /** Whether its commands stand in branches. */
  get isBranched(): boolean {
    return this.isLoop || this.group.kind === 'if' || this.group.kind === 'case'
  }

  /** Whether the next command may run. */
  get isLive(): boolean {
    return this.isReached && !this.isOut && !this.isSkipped && this.deadTo === undefined
  }

  /** Begins a list of commands: the next one runs whatever the one before did. */
  beginList(): void {
    this.status = 'yes'
    this.isSkipped = false
    this.isMaybe = false
    this.isNegated = false
  }

  /** What the sign before a command says of it. */
  join(joint: Joint): void {
    if (joint === '') this.beginList()
    if (joint === '' || joint === '|') return
    this.isNegated = false
    this.isSkipped = this.status === (joint === '&&' ? 'no' : 'yes')
    this.isMaybe = this.status === 'unknown'
  }

  /** What a command that has run says of those behind it. */
  succeeds(status: Status): void {
    if (this.isSkipped) return
    const own = this.isNegated ? opposite(status) : status
    // Where it was not sure to run, only what both ways give is known.
    this.status = this.isMaybe && own !== this.status ? 'unknown' : own
  }

  /** Begins the branches of a loop again. */
  again(before: Changes, mark: Place): void {
    this.beginList()
    this.before = before
    this.branchMark = mark
    this.isFirst = true
    this.isWhole = false
    this.ends = []
    this.statuses = []
    this.branches = []
  }
}

export function opposite(status: Status): Status {
  return status === 'unknown' ? status : status === 'yes' ? 'no' : 'yes'
}
