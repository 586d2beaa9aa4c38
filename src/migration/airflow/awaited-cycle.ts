import { parseCron } from '../../schedule/cron/parse.ts'
import type { DagSchedule } from './dag-schedule.ts'
import { evenGap, isEveryDay } from './interval.ts'

/** How often a DAG runs, where it does so every day or within days. */
export interface Cycle {
  /** From one run to the next. */
  readonly minutes: number
  /** When it runs in each such stretch of the day. */
  readonly at: number
  readonly timezone: string | undefined
  /** Whether it runs at the end of what it is about, and so a cycle later than its logical date. */
  readonly hasIntervals: boolean
}

/** The cycle of a DAG; undefined where it runs on some days alone, at uneven times, or by hand. */
export function cycleOf({ schedule, hasIntervals }: DagSchedule): Cycle | undefined {
  const parsed = schedule === undefined ? undefined : parseCron(schedule.cron)
  if (schedule === undefined || parsed?.ok !== true || !isEveryDay(parsed.schedule)) return undefined
  const { hours, minutes } = parsed.schedule
  const found = { timezone: schedule.timezone, hasIntervals }
  const [hour = 0] = hours
  const [minute = 0] = minutes
  const hourGap = evenGap(hours, 24)
  if (minutes.length === 1 && hourGap !== undefined) return { minutes: hourGap * 60, at: hour * 60 + minute, ...found }
  const minuteGap = evenGap(minutes, 60)
  return hours.length === 24 && minuteGap !== undefined ? { minutes: minuteGap, at: minute, ...found } : undefined
}

/** Which run of another DAG is waited for. */
export interface AwaitedRun {
  /** How many cycles before its own; less than none for a later one. */
  readonly back: number
  /** Whether the other DAG has a run at that moment. */
  readonly isThere: boolean
}

/**
 * The run that an `ExternalTaskSensor` waits for: the one whose logical date is its own less `execution_delta`. DataWorks
 * waits for cycles, so that one of an earlier hour of the same day is one of the same cycle. The source is the API
 * reference of Airflow, "airflow.sensors.external_task".
 *
 * @param other - the cycle of the other DAG; undefined where that was not given, and is taken to run as often
 * @param delta - seconds
 */
export function awaitedRun(own: Cycle, other: Cycle | undefined, delta: number): AwaitedRun {
  const moment = own.at - delta / 60
  const later = Number(own.hasIntervals) - Number((other ?? own).hasIntervals)
  const back = later - Math.floor(moment / own.minutes)
  if (other === undefined) return { back, isThere: true }
  const isAlike = other.minutes === own.minutes && other.timezone === own.timezone
  return { back, isThere: isAlike && (moment - other.at) % other.minutes === 0 }
}
