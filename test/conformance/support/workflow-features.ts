import type { Workflow } from 'flowspec'
import { daily, everyMinutes, hourly, monthly, weekly, yearly } from 'flowspec/schedule'

type Flow = Workflow<string, 'CycleWorkflow'>
type Feature = readonly [name: string, apply: (flow: Flow) => Flow]

/** What can be said of a workflow, one thing at a time. */
export const workflowFeatures: readonly Feature[] = [
  ['nothing more', (flow) => flow],
  ['id', (flow) => flow.id('7635763838174670470')],
  ['path', (flow) => flow.path('retail/daily/w')],
  ['owner', (flow) => flow.owner('1107550004253538')],
  ['description', (flow) => flow.description('每天 "quoted" \n line')],
  ['time zone', (flow) => flow.timezone('America/New_York')],
  ['window', (flow) => flow.startTime('2026-01-01 00:00:00').endTime('2026-12-31 23:59:59')],
  ['delay', (flow) => flow.delaySeconds(300)],
  ['cycle type', (flow) => flow.cycleType('NotDaily').cron('00 00 02 ? * 1')],
  ['calendar', (flow) => flow.calendar(12345)],
  ['daily', (flow) => flow.schedule(daily('02:30'))],
  ['weekly', (flow) => flow.schedule(weekly(['MON', 'FRI'], '03:00'))],
  ['monthly', (flow) => flow.schedule(monthly([1, 'L'], '02:00'))],
  ['yearly', (flow) => flow.schedule(yearly([1], [1], '04:00'))],
  ['hourly', (flow) => flow.schedule(hourly({ every: 2 }).between('08:00', '20:00'))],
  ['every minutes', (flow) => flow.schedule(everyMinutes(30).between('08:00', '17:59'))],
  ['timeout', (flow) => flow.strategy({ timeout: { value: 3, unit: 'HOURS' } })],
  ['reruns', (flow) => flow.strategy({ rerunMode: 'FailureAllowed', rerunTimes: 2, rerunInterval: 120_000 })],
  ['failure strategy', (flow) => flow.strategy({ failureStrategy: 'Continue', instanceMode: 'Immediately' })],
  ['priority', (flow) => flow.strategy({ priority: 7 })],
  ['outputs', (flow) => flow.output('p.w_out').output('p.w_second', { refTableName: 'second' })],
  ['citable', (flow) => flow.citable(true)],
  ['defaults', (flow) => flow.defaults({ owner: '1', datasource: 'odps_first', resourceGroup: 'group_1' })],
  ['extra', (flow) => flow.extra({ metadata: { ownerName: 'x' }, own: { field: [1, null, 'a'] } })],
]
