import { at } from '../support/base-document.ts'
import { both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const value = `${at.ods}/script/parameters/0/value`
const cron = `${at.trigger}/cron`

/** What the rules about units, triggers and values of parameters let pass. */
export const timePasses: readonly Pass[] = [
  [
    'schedule/inner-trigger',
    'a node with the time of its workflow',
    set(`${at.dwd}/trigger`, { type: 'Scheduler', cron: '00 02 00 * * ?' }),
  ],
  ['schedule/inner-trigger', 'a node that a person starts', set(`${at.dwd}/trigger`, { type: 'Manual' })],
  [
    'schedule/missing-type',
    'the recurrence of older documents',
    both(set(`${at.trigger}/type`, null), set(`${at.trigger}/recurrence`, 'Normal')),
  ],
  ['schedule/cycle-type', 'a weekly cron', both(set(cron, '00 02 00 ? * 1'), set(`${at.trigger}/cycleType`, 'Daily'))],
  [
    'schedule/cycle-type',
    'a cron of every hour',
    both(set(cron, '00 00 * * * ?'), set(`${at.trigger}/cycleType`, 'NotDaily')),
  ],
  ['schedule/delay-unit', 'a delay of a day', set(`${at.trigger}/delaySeconds`, 86_400)],
  ['strategy/rerun-interval', 'a minute', set(`${at.strategy}/rerunInterval`, 60_000)],
  ['strategy/rerun-interval', 'half an hour', set(`${at.ods}/rerunInterval`, 1_800_000)],
  ['strategy/rerun-interval', 'no wait of a node', set(`${at.ods}/rerunInterval`, 0)],
  ['strategy/concurrency', 'one instance of a node', set(`${at.ods}/maxInternalConcurrency`, 1)],
  ['strategy/concurrency', 'the most instances of a node', set(`${at.ods}/maxInternalConcurrency`, 10_000)],
  ['strategy/concurrency', 'no limit of a node', set(`${at.ods}/maxInternalConcurrency`, 0)],
  ['strategy/rerun-unit', 'no wait', set(`${at.strategy}/rerunInterval`, 0)],
  ['strategy/concurrency', 'the most instances', set(`${at.strategy}/maxInternalConcurrency`, 100_000)],
  ['strategy/timeout-range', 'a week in hours', set(`${at.ods}/timeout`, 168)],
  [
    'strategy/timeout-range',
    'a week in seconds',
    both(set(`${at.ods}/timeout`, 604_800), set(`${at.ods}/timeoutUnit`, 'SECONDS')),
  ],
  [
    'parameter/syntax',
    'dates, text and names one after the other',
    set(value, 'a_${yyyy-mm-dd-7*2}_$[add_months(yyyymm,12*1)-15/24/60]_$bizdate'),
  ],
  [
    'parameter/syntax',
    'parameters of the workflow and the workspace',
    both(
      set(`${at.workflow}/script/parameters`, [
        { name: 'limit', artifactType: 'Variable', scope: 'Workflow', type: 'Constant', value: '1' },
      ]),
      set(value, '${workflow.limit}${workspace.region}'),
    ),
  ],
  ['parameter/unknown', 'a name that may be a variable of another node', set(value, '${shop}_$bizdate')],
  ['parameter/syntax', 'a placeholder that another tool fills in', set(value, '${{sys.biz_date}}')],
  [
    'parameter/syntax',
    'a constant that looks like an expression',
    both(set(value, '$[oops]'), set(`${at.ods}/script/parameters/0/type`, 'Constant')),
  ],
  ['parameter/misleading', 'the month before', set(value, '${yyyymm-1}$[add_months(yyyymm,-1)]')],
  ['parameter/misleading', 'an hour before', set(value, '$[hh24:mi-1/24]')],
  ['parameter/misleading', 'a day before', set(value, '$[yyyymmdd-1]$[hh12]')],
]
