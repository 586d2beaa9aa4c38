import type { DryRunReason, InstanceState } from '../simulate/instance.ts'
import type { PackedRun } from './packed-run.ts'

/**
 * What the page knows, as plain data. Lists are referred to by places in them, since texts and times repeat in thousands
 * of runs.
 */
export interface PageData {
  readonly title: string
  /** From when to when runs are shown, as dates; empty where none could be worked out. */
  readonly from: string
  readonly to: string
  readonly items: readonly PageItem[]
  readonly lines: readonly PageLine[]
  /** The tables that nodes use; none where no node does. */
  readonly tables: readonly PageTable[]
  readonly uses: readonly PageUse[]
  /** All points in time at which something runs. */
  readonly times: readonly PageTime[]
  /** Texts of runs, each once. */
  readonly texts: readonly string[]
  /** Days on which a clock changes, by time zone. */
  readonly clockChanges: readonly PageClockChange[]
  /** What is wrong with the documents as a whole, or keeps runs from being worked out. */
  readonly notes: readonly PageProblem[]
  /** What another document is compared with, where there is one: what only that has. */
  readonly removed: readonly string[]
  readonly isCompared: boolean
}

/** A node, a workflow, or something outside. */
export interface PageItem {
  /** What the picture calls it. */
  readonly id: string
  readonly kind: 'node' | 'workflow' | 'external'
  readonly name: string
  /** The workflow it stands in; the empty text for none. */
  readonly workflow: string
  /** The loops and other nodes around it, in words, from the inside out. */
  readonly inside: readonly string[]
  readonly command: string
  readonly language: PageLanguage
  /** Its code; the empty text for none. */
  readonly code: string
  readonly parameters: readonly PageParameter[]
  /** When it runs, in words and as a cron; the empty text where that is not known. */
  readonly schedule: string
  readonly cron: string
  readonly timezone: string
  readonly runs: readonly PackedRun[]
  /** Why it has no runs; the empty text where it has some. */
  readonly withoutRuns: string
  readonly problems: readonly PageProblem[]
  readonly change: 'none' | 'added' | 'changed'
  readonly changes: readonly PageChange[]
  /** Whether its code looks up the values of its parameters when it runs; else they are put into its text before. */
  readonly looksUpValues: boolean
  /** Whether some of its SQL was not read, so that it may use more tables than are known. */
  readonly hasUnreadSql: boolean
}

/** A table that nodes read or write. */
export interface PageTable {
  /** What the picture calls it. */
  readonly id: string
  readonly kind: 'table'
  readonly name: string
  /** The engine that holds it, as people call it. */
  readonly engine: string
}

/** What a node does with a table, as places of items and of tables. */
export interface PageUse {
  readonly node: number
  readonly table: number
  readonly kind: 'reads' | 'writes'
  /** The line of its code that says so first, counted from 1; 0 where the node only declares it. */
  readonly line: number
  /** Whether the code is SQL, and not a text in other code. */
  readonly isSure: boolean
}

/** What the colours of code follow. */
export type PageLanguage = 'sql' | 'python' | 'shell' | 'json' | 'text'

export interface PageParameter {
  readonly name: string
  readonly expression: string
}

/** A dependency: places of items. */
export interface PageLine {
  readonly from: number
  readonly to: number
  readonly kind: 'normal' | 'previous' | 'cross' | 'loose'
  readonly label: string
}

export interface PageTime {
  /** ISO 8601 with the offset of the zone. */
  readonly at: string
  readonly wallClock: string
  readonly businessDate: string
}

/** One instance. */
export interface PageRun {
  /** Its place among the times. */
  readonly time: number
  readonly state: InstanceState
  /** Why it is a dry run; the empty text when it is none. */
  readonly reason: '' | DryRunReason
  /** The values of its parameters, as places among the texts; -1 where a value is not known. */
  readonly values: readonly number[]
  /** What it waits for. */
  readonly waits: readonly PageWait[]
  /** Lines of the code that differ with its values filled in: the number of the line, from 0, and a place among the texts. */
  readonly lines: readonly (readonly [line: number, text: number])[]
}

export interface PageWait {
  /** The label of the other one, as a place among the texts. */
  readonly name: number
  readonly time: number
  readonly isPrevious: boolean
}

export interface PageClockChange {
  readonly timezone: string
  /** The date on which it changes, and by how much. */
  readonly date: string
  readonly minutes: number
}

export interface PageProblem {
  readonly severity: 'error' | 'warning' | 'info'
  readonly rule: string
  readonly message: string
  readonly hint: string
}

export interface PageChange {
  readonly path: string
  /** Empty where it is absent. */
  readonly before: string
  readonly after: string
  /** A unified diff, of code. */
  readonly diff: string
}
