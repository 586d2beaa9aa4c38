import type { SourceFields } from '../reading/source-fields.ts'
import type { Recurrence } from './words.ts'

/** A parameter of a process or a task. */
export interface DolphinProperty {
  readonly name: string
  readonly value: string
  readonly isOut: boolean
}

/** A task, whichever version wrote it. */
export interface DolphinTask {
  /** What relations name it by: its code, or in 1.3 its name. */
  readonly key: string
  readonly name: string
  /** In capitals: `SHELL`. */
  readonly type: string
  readonly description: string | undefined
  /** What only tasks of its type have. */
  readonly params: SourceFields
  readonly locals: readonly DolphinProperty[]
  readonly recurrence: Recurrence
  /** As DataWorks has them. */
  readonly priority: number
  readonly workerGroup: string | undefined
  readonly environment: string | undefined
  readonly retryTimes: number
  readonly retryMinutes: number
  /** Minutes; undefined for none. */
  readonly timeout: number | undefined
  /** Whether a task that takes longer fails, and not only an alert is sent. */
  readonly failsByTimeout: boolean
  readonly delayMinutes: number
  /** Settings of groups, caches and quotas that are not the usual ones, in words. */
  readonly unusual: readonly string[]
  readonly isStream: boolean
  /** What it comes after, by keys. */
  readonly after: readonly string[]
}

/** When a process runs. */
export interface DolphinSchedule {
  readonly cron: string
  readonly startTime: string | undefined
  readonly endTime: string | undefined
  readonly timezone: string | undefined
  readonly failureStrategy: 'Break' | 'Continue' | undefined
  readonly isOnline: boolean
  /** Priority of its runs, as of tasks. */
  readonly priority: number
  /** Of which runs people are told: `NONE`, `SUCCESS`, `FAILURE`, `ALL`. */
  readonly warning: string
}

/** A process, which later versions call a workflow. */
export interface DolphinProcess {
  /** Names that others know it by: its code, its id, and its project and name. */
  readonly keys: readonly string[]
  readonly name: string
  readonly project: string | undefined
  readonly description: string | undefined
  readonly globals: readonly DolphinProperty[]
  readonly tasks: readonly DolphinTask[]
  readonly schedule: DolphinSchedule | undefined
  /** Minutes after which an alert is sent; 0 for none. */
  readonly timeout: number
  /** How runs at once are treated, where that is not PARALLEL. */
  readonly execution: string | undefined
}

/** The key of a process by names, as version 1.3 refers to it. */
export function keyByName(project: string, name: string): string {
  return JSON.stringify([project, name])
}
