import type { WholeKind } from '../shell/shell-flow.ts'
import type { ShellFunctions } from '../shell/shell-functions.ts'
import type { Held, ShellState } from '../shell/shell-state.ts'
import type { ShellGroup, ShellWord } from '../shell/shell-word.ts'
import type { ShellFiles } from './shell-files.ts'
import type { ShellFindings } from './shell-findings.ts'
import type { GivenInput, Reader } from './shell-input.ts'
import type { ShellValues } from './shell-values.ts'

/** Code that runs when the shell ends, or is told something. */
export interface Trap {
  readonly code: ShellWord
  readonly signals: string
  readonly functions: ShellFunctions
}

/** What all code that is followed has in common. */
export interface ShellWorld {
  readonly findings: ShellFindings
  readonly state: ShellState
  readonly values: ShellValues
  readonly files: ShellFiles
  traps: readonly Trap[]
  /** How many commands of functions, and of code that is given in words, were followed. */
  steps: number
  /** How many commands of functions were gone through for what they show. */
  shown: number
  /** The functions that are followed, with what they were given. */
  readonly active: string[]
}

/** Code that is followed. */
export interface FollowedCode {
  readonly whole: ShellGroup
  readonly kind: WholeKind
  readonly functions: ShellFunctions
  /** What it is given to read. */
  readonly read: (reader: Reader) => GivenInput
  readonly depth: number
  /** Variables of its own, and what they hold outside. */
  readonly locals?: Map<string, Held | undefined>
}
