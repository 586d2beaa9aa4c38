import { checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, both, type Edit, edited, set } from './support/edit.ts'
import { beside, inside, loopNode } from './support/loop-nodes.ts'

type Row = readonly [what: string, edit: Edit, expected: readonly string[]]

const brief = (document: unknown): string[] => checkSpec(document).map(({ rule, severity }) => `${severity} ${rule}`)
const path = `${at.ods}/script/path`

/** Source: exports of 2024 in the documents of the reference implementation; "Script path must end with node name". */
const paths: readonly Row[] = [
  ['the folder alone', set(path, 'retail/orders'), ['warning name/path-mismatch']],
  ['a folder in Chinese', set(path, '业务流程/orders/MaxCompute/数据开发'), ['warning name/path-mismatch']],
  ['a folder with a slash at its end', set(path, 'retail/orders/'), ['warning name/path-mismatch']],
  ['a folder of one segment', set(path, 'test-package'), ['warning name/path-mismatch']],
  ['the name in another case', set(path, 'retail/orders/ODS'), ['error name/path-mismatch']],
  ['a misspelt name', set(path, 'retail/orders/osd'), ['error name/path-mismatch']],
  ['the name with a suffix', set(path, 'retail/orders/ods.sql'), ['error name/path-mismatch']],
  ['an empty path', set(path, ''), ['error name/path-mismatch']],
  [
    'spaces in the name of a workflow, as in the example of UpdateWorkflowDefinition',
    both(set(`${at.workflow}/name`, 'daily orders'), set(`${at.workflow}/script/path`, 'retail/daily_orders')),
    ['warning name/characters', 'warning name/path-mismatch'],
  ],
  [
    'spaces in the name of a node',
    both(set(`${at.ods}/name`, 'daily ods'), set(path, 'retail/orders/daily_ods')),
    ['warning name/characters', 'error name/path-mismatch'],
  ],
  ['the folder of a workflow', set(`${at.workflow}/script/path`, 'retail'), ['error name/path-mismatch']],
]

const scheduled = (node: object, cron: string): object => ({ ...node, trigger: { type: 'Scheduler', cron } })
const cron = `${at.trigger}/cron`
const inLoop = (text: string): Edit => loopNode({ nodes: [scheduled(inside('a'), text)] })

/** Source: crons of exported nodes inside of loops, and of converted documents of the reference implementation. */
const crons: readonly Row[] = [
  ['half a cron inside of a loop', inLoop('00,00'), ['warning schedule/cron-syntax']],
  [
    'half a cron beside its loop',
    both(loopNode({ maxIterations: 3 }), append(`${at.workflow}/nodes`, scheduled(beside('a'), '00,00'))),
    ['info schedule/inner-trigger', 'warning schedule/cron-syntax'],
  ],
  ['an empty cron inside of a loop', inLoop(''), ['warning schedule/cron-syntax']],
  ['the 25th hour inside of a loop', inLoop('00 02 25 * * ?'), ['warning schedule/cron-syntax']],
  ['half a cron of a workflow', set(cron, '00,00'), ['error schedule/cron-syntax']],
  [
    'half a cron of a node of a workflow',
    set(`${at.ods}/trigger`, { type: 'Scheduler', cron: '00,00' }),
    ['info schedule/inner-trigger', 'warning schedule/cron-syntax'],
  ],
  [
    'dates that do not exist of a node of a workflow',
    set(`${at.ods}/trigger`, { type: 'Scheduler', cron: '00 02 00 31 4 ?' }),
    ['info schedule/inner-trigger', 'warning schedule/cron-never-fires'],
  ],
  [
    'no cron of a node of a workflow',
    set(`${at.ods}/trigger`, { type: 'Scheduler' }),
    ['warning schedule/missing-cron'],
  ],
  [
    'no zone of the world of a node of a workflow',
    set(`${at.ods}/trigger`, { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Nowhere' }),
    ['warning schedule/unknown-zone'],
  ],
  [
    'no date of a node of a workflow',
    set(`${at.ods}/trigger`, { type: 'Scheduler', cron: '00 02 00 * * ?', startTime: 'soon' }),
    ['warning schedule/date-syntax'],
  ],
  ['every year', set(cron, '0 0 3 * * ? *'), ['warning schedule/cron-syntax']],
  ['every year, with zeros', set(cron, '00 02 00 * * ? *'), ['warning schedule/cron-syntax']],
  ['every year, on a Monday', set(cron, '00 00 00 ? * 1 *'), ['warning schedule/cron-syntax']],
  ['one year', set(cron, '00 02 00 * * ? 2026'), ['error schedule/cron-syntax']],
  ['any year', set(cron, '00 02 00 * * ? ?'), ['error schedule/cron-syntax']],
  [
    'every year at the 25th hour',
    set(cron, '00 02 25 * * ? *'),
    ['warning schedule/cron-syntax', 'error schedule/cron-syntax'],
  ],
  ['eight fields', set(cron, '00 02 00 * * ? * *'), ['error schedule/cron-syntax']],
]

/** Source: labels of enumerations are compared without case, `java.util.concurrent.TimeUnit` by its names. */
const words: readonly Row[] = [
  ['a kind', set('/kind', 'cycleworkflow'), ['warning schema/enum']],
  ['a trigger', set(`${at.trigger}/type`, 'scheduler'), ['warning schema/enum']],
  ['a mode of reruns', set(`${at.ods}/rerunMode`, 'ALLOWED'), ['warning schema/enum']],
  ['a recurrence', set(`${at.ods}/recurrence`, 'normal'), ['warning schema/enum']],
  ['an instance mode', set(`${at.strategy}/instanceMode`, 't+1'), ['warning schema/enum']],
  ['a kind of dependency', set(`${at.dwdDepends}/type`, 'NORMAL'), ['warning schema/enum']],
  ['a scope', set(`${at.ods}/script/parameters/0/scope`, 'nodeparameter'), ['warning schema/enum']],
  ['a time unit in another case', set(`${at.ods}/timeoutUnit`, 'hours'), ['warning schema/enum']],
  ['a time unit that is not there', set(`${at.ods}/timeoutUnit`, 'FORTNIGHTS'), ['warning schema/enum']],
  ['a misspelt word', set(`${at.ods}/rerunMode`, 'Alowed'), ['error schema/enum']],
  ['a word with a space', set(`${at.ods}/rerunMode`, 'Allowed '), ['error schema/enum']],
]

const start = `${at.trigger}/startTime`
const end = `${at.trigger}/endTime`

/** Source: the oldest documents of the reference implementation. */
const moments: readonly Row[] = [
  ['a T in the start', set(start, '2023-01-01T00:00:00'), ['warning schedule/date-syntax']],
  ['a T in the end', set(end, '2024-01-01T00:00:00'), ['warning schedule/date-syntax']],
  [
    'a T in both, the end being first',
    both(set(start, '2024-01-01T00:00:00'), set(end, '2023-01-01T00:00:00')),
    ['warning schedule/date-syntax', 'error schedule/date-order', 'warning schedule/date-syntax'],
  ],
  ['a T in a date that is not there', set(start, '2023-02-30T00:00:00'), ['error schedule/date-syntax']],
  ['an offset', set(start, '2023-01-01T00:00:00+08:00'), ['error schedule/date-syntax']],
  ['the letter of UTC', set(start, '2023-01-01T00:00:00Z'), ['error schedule/date-syntax']],
  ['a small t', set(start, '2023-01-01t00:00:00'), ['error schedule/date-syntax']],
]

const hub = (value: string): Edit => {
  const variable = { name: 'day', artifactType: 'Variable', scope: 'NodeContext', type: 'System', value }
  return both(
    append(`${at.workflow}/nodes`, {
      id: 'hub',
      name: 'hub',
      script: { path: 'retail/orders/hub', runtime: { command: 'PARAM_HUB' } },
      'param-hub': { variables: [variable] },
      outputs: { nodeOutputs: [{ data: 'hub', artifactType: 'NodeOutput' }], variables: [variable] },
    }),
    append(`${at.workflow}/dependencies`, { nodeId: 'hub', depends: [{ type: 'Normal', output: 'start' }] }),
  )
}
const twice = (text: string): readonly string[] => [text, text]

/** Source: documents of parameter nodes of the reference implementation and of the node documentation. */
const parameters: readonly Row[] = [
  ['months in capitals', hub('${yyyyMMdd}'), twice('warning parameter/syntax')],
  ['months in capitals, with hyphens', hub('${yyyy-MM-dd}'), twice('warning parameter/syntax')],
  ['months in capitals of the schedule time', hub('$[yyyyMMdd]'), twice('warning parameter/syntax')],
  ['all in capitals', hub('${YYYYMMDD}'), twice('warning parameter/syntax')],
  ['a format without braces', hub('$yyyymmdd'), twice('warning parameter/unknown')],
  ['a format of DataWorks', hub('${yyyymmdd}'), []],
  [
    'months in capitals in a parameter of code',
    set(`${at.ods}/script/parameters/0/value`, '${yyyyMMdd}'),
    ['error parameter/syntax'],
  ],
]

const ownOutput = (fields: object): Edit =>
  append(`${at.dwd}/outputs/nodeOutputs`, { artifactType: 'NodeOutput', ...fields })

/** Source: CHECK_NODE and DATA_PUSH of the node documentation leave the string of the service's own output out. */
const outputs: readonly Row[] = [
  [
    'an output of the system',
    ownOutput({ sourceType: 'System', refTableName: 'dwd' }),
    ['warning reference/empty-output'],
  ],
  ['an output of a person', ownOutput({ sourceType: 'Manual', refTableName: 'x' }), ['error reference/empty-output']],
  ['an output of the system without a name', ownOutput({ sourceType: 'System' }), ['error reference/empty-output']],
]

const parameterField = `${at.ods}/script/parameters/0`

/**
 * Source: the reference implementation makes text of numbers and whole numbers of text, but neither in variables and
 * dependencies, nor of words; one of its documents has the number 1234 as id. The official schema takes none of it.
 */
const types: readonly Row[] = [
  ['a number as id of the body', set('/spec/id', 1234), ['warning schema/type']],
  ['a number as id', set(`${at.workflow}/id`, 1234), ['warning schema/type']],
  ['a number as owner', set(`${at.ods}/owner`, 1107550004253538), ['warning schema/type']],
  ['a number beyond JavaScript as owner', set(`${at.ods}/owner`, 7635763838174670470n), ['warning schema/type']],
  ['a fraction as compute units', set(`${at.ods}/script/runtime/cu`, 0.25), ['warning schema/type']],
  ['text as priority', set(`${at.ods}/priority`, '3'), ['warning schema/type']],
  ['text as delay', set(`${at.trigger}/delaySeconds`, '60'), ['warning schema/type']],
  ['text as reruns', set(`${at.ods}/rerunTimes`, '3'), ['warning schema/type']],
  ['text as a priority that is not there', set(`${at.ods}/priority`, '9'), ['error schema/type']],
  ['text as more reruns than there may be', set(`${at.ods}/rerunTimes`, '11'), ['error schema/type']],
  ['words as priority', set(`${at.ods}/priority`, 'high'), ['error schema/type']],
  ['an empty text as priority', set(`${at.ods}/priority`, ''), ['error schema/type']],
  ['a fraction in text as priority', set(`${at.ods}/priority`, '3.0'), ['error schema/type']],
  ['text with a space as priority', set(`${at.ods}/priority`, ' 3'), ['error schema/type']],
  ['more digits than there may be', set(`${at.ods}/timeout`, '12345678901'), ['error schema/type']],
  ['a number whose digits are lost as owner', set(`${at.ods}/owner`, 2 ** 63), ['error schema/type']],
  ['no number as owner', set(`${at.ods}/owner`, Number.NaN), ['error schema/type']],
  ['true as owner', set(`${at.ods}/owner`, true), ['error schema/type']],
  ['text as true or false', set(`${at.ods}/autoParse`, 'true'), ['error schema/type']],
  ['a number as cron', set(cron, 5), ['error schema/type']],
  ['a number as name', set(`${at.start}/name`, 5), ['error schema/type']],
  ['a number as version', set('/version', 1.1), ['error schema/type']],
  ['a number as value of a parameter', set(`${parameterField}/value`, 5), ['error schema/type']],
  ['a number as node of a dependency', set(`${at.dwdDepends}/nodeId`, 1), ['error schema/type']],
  ['a number as a word', set(`${at.ods}/rerunMode`, 5), ['error schema/enum']],
  // The official schema has a list, the reference implementation an object of lists.
  ['a list as files', set('/spec/files', [{ id: 'f' }]), ['warning schema/type']],
  ['a list as owner', set(`${at.ods}/owner`, [5]), ['error schema/type']],
]

describe.each([
  ['a type that differs:', types],
  ['a path that is', paths],
  ['a cron with', crons],
  ['a word in another case:', words],
  ['a moment with', moments],
  ['a value with', parameters],
  ['a string lacks', outputs],
])('what the reference implementation reads is no error: %s', (_, rows) => {
  test.each(rows)('%s', (_what, edit, expected) => {
    expect(brief(edited(baseDocument, edit)).toSorted()).toEqual([...expected].sort())
  })
})

const oneNode = (kind: string) => ({
  kind,
  version: '2.0.0',
  spec: {
    nodes: [{ id: 'ods', name: 'ods', script: { path: 'retail/ods', runtime: { command: 'VIRTUAL' } } }],
    dependencies: [{ nodeId: 'ods', depends: [{ type: 'Normal', nodeId: 'start' }] }],
  },
})

/** Source: CONTROLLER_JOIN of the node documentation. */
test.each([
  ['Node', 'warning'],
  ['ManualNode', 'warning'],
  ['CycleWorkflow', 'error'],
  ['ManualWorkflow', 'error'],
])('the upstream of a document of kind %s that is not in it is %s', (kind, severity) => {
  const found = checkSpec(oneNode(kind)).filter(({ rule }) => rule === 'reference/unknown-node')
  expect(found.map((diagnostic) => diagnostic.severity)).toEqual([severity])
})
