import type { RuleDescription } from '../rule.ts'

/** The rules of schedules that are asked for their runs or converted, and of projects. */
export const scheduleRules: readonly RuleDescription[] = [
  /**
   * @example
   * ```ts
   * import { odpsSql, projectRoot, workflow } from 'flowspec'
   *
   * const ods = odpsSql('ods').code('select 1').after(projectRoot())
   * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods)
   *
   * export const wrong = () => orders.check()
   *
   * export const right = () => orders.check({ project: 'retail' })
   * ```
   */
  {
    name: 'reference/unknown-project',
    severity: 'error',
    summary: 'A node comes after the root of a project that is not known.',
    evidence: 'The output of the root is <project>_root.',
  },
  /**
   * @example
   * ```ts
   * import { runs } from 'flowspec/schedule'
   *
   * const daily = { cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
   * const range = { from: '2026-07-01T00:00:00+08:00', count: 5 }
   *
   * export const wrong = () => [...runs({ ...daily, calendarId: 1000001 }, range)]
   *
   * export const right = () => [...runs(daily, range)]
   * ```
   */
  {
    name: 'schedule/calendar-unknown',
    severity: 'error',
    summary: 'The runs of a custom calendar are asked for.',
    evidence: 'Its days are kept by the service and are in no document.',
  },
  /**
   * @example
   * ```ts
   * import { fromQuartzCron } from 'flowspec/schedule'
   *
   * // The weekday nearest to the 15th.
   * export const wrong = () => fromQuartzCron('0 0 2 15W * ?')
   *
   * export const right = () => fromQuartzCron('0 0 2 15 * ?')
   * ```
   */
  {
    name: 'schedule/cron-not-carried',
    severity: 'error',
    summary: 'A cron of another dialect says what a cron of DataWorks cannot.',
    evidence:
      'The help page "DataWorks cron expression": no seconds, no years, no W, nothing counted back from the last day.',
  },
]
