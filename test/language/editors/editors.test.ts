import { checkSpec, writeJson } from 'flowspec'
import { parseCron, parseParameter } from 'flowspec/schedule'
import { writeYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { dailyOrders } from '../../../docs/examples/daily-orders/pipeline.ts'
import { workflows } from '../../../docs/examples/generated/workflows.ts'
import { crons, parameterValues, zones } from '../../../src/language/schema/enumerations.ts'
import { baseDocument } from '../../check/support/base-document.ts'
import { editors } from './editor.ts'

/** A place in a document, with the text that stands around the cursor in each language. */
type Places = Readonly<Record<'JSON' | 'YAML', string>>

const inWorkflow = (json: string, yaml: string): Places => ({
  JSON: `{ "kind": "CycleWorkflow", "version": "1.1.0", "spec": { "workflows": [{ "name": "orders", ${json} }] } }`,
  YAML: `kind: CycleWorkflow\nversion: 1.1.0\nspec:\n  workflows:\n    - name: orders\n${yaml.replaceAll(/^/gm, '      ')}`,
})

const inNode = (json: string, yaml: string): Places =>
  inWorkflow(`"nodes": [{ "name": "ods", ${json} }]`, `nodes:\n  - name: ods\n${yaml.replaceAll(/^/gm, '    ')}`)

/** The cursor on the value of a field of a workflow, or of a node. */
const atValue = (place: typeof inNode, ...path: readonly string[]): Places =>
  place(
    path.toReversed().reduce((inner, field) => `"${field}": ${inner === '' ? '‸' : `{ ${inner} }`}`, ''),
    `${path.map((field, depth) => `${'  '.repeat(depth)}${field}:`).join('\n')} ‸`,
  )

const fields: readonly (readonly [what: string, at: Places, wanted: Readonly<Record<string, RegExp>>])[] = [
  [
    'a document',
    { JSON: '{ ‸ }', YAML: '‸' },
    { kind: /CycleWorkflow is a scheduled/, version: /1\.1\.0/, spec: /body/ },
  ],
  [
    'a body',
    { JSON: '{ "spec": { ‸ } }', YAML: 'spec:\n  ‸' },
    { workflows: /read the first one only/, nodes: /outside a workflow/, fileResources: /kind Resource/ },
  ],
  [
    'a workflow',
    inWorkflow('‸', '‸'),
    { trigger: /its nodes follow it/, strategy: /How instances/, script: /WORKFLOW/ },
  ],
  [
    'a trigger',
    inWorkflow('"trigger": { ‸ }', 'trigger:\n  ‸'),
    { cron: /the second is 00 and Monday is 1/, timezone: /exact case/, startTime: /yyyy-MM-dd/ },
  ],
  [
    'a strategy',
    inWorkflow('"strategy": { ‸ }', 'strategy:\n  ‸'),
    { rerunInterval: /milliseconds/, rerunTimes: /0 to 10/, failureStrategy: /Break stops it/, timeout: /timeoutUnit/ },
  ],
  [
    'a node',
    inNode('‸', '‸'),
    { script: /code/, datasource: /data source/, runtimeResource: /resource group/, 'for-each': /CONTROLLER_TRAVERSE/ },
  ],
  [
    'the code of a node',
    inNode('"script": { ‸ }', 'script:\n  ‸'),
    { content: /JSON as text/, parameters: /Scheduling parameters/, runtime: /command/ },
  ],
  [
    'a parameter',
    inNode('"script": { "parameters": [{ ‸ }] }', 'script:\n  parameters:\n    - ‸'),
    { name: /shell scripts use 1, 2/, scope: /NodeParameter in the code/, type: /System is a time expression/ },
  ],
  [
    'an edge',
    inWorkflow(
      '"dependencies": [{ "nodeId": "a", "depends": [{ ‸ }] }]',
      'dependencies:\n  - nodeId: a\n    depends:\n      - ‸',
    ),
    { type: /same cycle/, nodeId: /upstream/, output: /character by character/ },
  ],
  [
    'the arm of a branch',
    inNode('"branch": { "branches": [{ ‸ }] }', 'branch:\n  branches:\n    - ‸'),
    { when: /Python expression/, output: /output of this condition/ },
  ],
]

const values: readonly (readonly [what: string, at: Places, wanted: readonly string[]])[] = [
  [
    'kind',
    { JSON: '{ "kind": ‸ }', YAML: 'kind: ‸' },
    ['CycleWorkflow', 'ManualWorkflow', 'Node', 'Resource', 'Function'],
  ],
  ['version', { JSON: '{ "version": ‸ }', YAML: 'version: ‸' }, ['1.1.0', '2.0.0']],
  ['trigger.type', atValue(inWorkflow, 'trigger', 'type'), ['Scheduler', 'Manual', 'Streaming', 'None', 'Custom']],
  ['trigger.cron', atValue(inWorkflow, 'trigger', 'cron'), ['00 30 02 * * ?', '00 30 02 ? * 1']],
  [
    'trigger.timezone',
    atValue(inWorkflow, 'trigger', 'timezone'),
    ['Asia/Shanghai', 'Asia/Singapore', 'Europe/Berlin'],
  ],
  ['strategy.rerunMode', atValue(inWorkflow, 'strategy', 'rerunMode'), ['Allowed', 'Denied', 'FailureAllowed']],
  ['strategy.instanceMode', atValue(inWorkflow, 'strategy', 'instanceMode'), ['T+1', 'Immediately']],
  ['strategy.failureStrategy', atValue(inWorkflow, 'strategy', 'failureStrategy'), ['Break', 'Continue']],
  ['strategy.rerunInterval', atValue(inWorkflow, 'strategy', 'rerunInterval'), ['180000']],
  ['citable', atValue(inWorkflow, 'citable'), ['true', 'false']],
  ['recurrence of a node', atValue(inNode, 'recurrence'), ['Normal', 'Pause', 'Skip', 'NoneAuto']],
  ['timeoutUnit of a node', atValue(inNode, 'timeoutUnit'), ['SECONDS', 'MINUTES', 'HOURS']],
  [
    'the command of a node',
    atValue(inNode, 'script', 'runtime', 'command'),
    [
      'ODPS_SQL',
      'DIDE_SHELL',
      'VIRTUAL',
      'HOLOGRES_SQL',
      'DI',
      'PYODPS3',
      'EMR_SPARK_SQL',
      'CONTROLLER_BRANCH',
      'WORKFLOW',
    ],
  ],
  ['the language of a node', atValue(inNode, 'script', 'language'), ['odps-sql', 'python3']],
  ['the type of a data source', atValue(inNode, 'datasource', 'type'), ['odps', 'hologres', 'emr']],
  [
    'the type of a dependency',
    inWorkflow(
      '"dependencies": [{ "nodeId": "a", "depends": [{ "type": ‸ }] }]',
      'dependencies:\n  - nodeId: a\n    depends:\n      - type: ‸',
    ),
    ['Normal', 'CrossCycleDependsOnSelf', 'CrossCycleDependsOnChildren', 'CrossCycleDependsOnOtherNode'],
  ],
  [
    'the value of a parameter',
    inNode('"script": { "parameters": [{ "value": ‸ }] }', 'script:\n  parameters:\n    - value: ‸'),
    ['$bizdate', '$[yyyymmdd-1]', '${yyyymmdd}'],
  ],
]

const shown: readonly (readonly [what: string, at: Places, words: RegExp])[] = [
  ['kind', { JSON: '{ "ki‸nd": "Node" }', YAML: 'ki‸nd: Node' }, /CycleWorkflow is a scheduled workflow/],
  [
    'a cron',
    inWorkflow('"trigger": { "cr‸on": "00 30 02 * * ?" }', "trigger:\n  cr‸on: '00 30 02 * * ?'"),
    /second minute hour day\\?-of\\?-month month day\\?-of\\?-week/,
  ],
  ['a trigger', inWorkflow('"tri‸gger": {}', 'tri‸gger: {}'), /When a workflow or node runs/],
  [
    'the interval of reruns',
    inNode('"rerunIn‸terval": 180000', 'rerunIn‸terval: 180000'),
    /in milliseconds, at most 1,800,000/,
  ],
  [
    'a command',
    inNode('"script": { "runtime": { "comm‸and": "ODPS_SQL" } }', 'script:\n  runtime:\n    comm‸and: ODPS_SQL'),
    /cannot change after creation/,
  ],
]

const wrong: readonly (readonly [what: string, at: Places, fault: RegExp])[] = [
  ['a misspelt field', inWorkflow('"trigger": { "crno": "" }', "trigger:\n  crno: ''"), /Property crno is not allowed/],
  [
    'a word that is none of those allowed',
    inNode('"rerunMode": "Always"', 'rerunMode: Always'),
    /"?Allowed"?, "?Denied"?/,
  ],
  ['a number out of range', inNode('"priority": 9', 'priority: 9'), /maximum of 8/],
  [
    'a number in the place of text',
    inNode('"owner": 1107550004253538', 'owner: 1107550004253538'),
    /Expected "?string/,
  ],
]

describe.each(['JSON', 'YAML'] as const)('an editor of %s', (language) => {
  const editor = editors[language]

  test.each(fields)('offers the fields of %s, and says what they are', async (_what, at, wanted) => {
    const offers = await editor.offers(at[language])
    for (const [field, about] of Object.entries(wanted)) expect(offers.get(field), field).toMatch(about)
  })

  test.each(values)('offers values for %s', async (_what, at, wanted) => {
    expect([...(await editor.offers(at[language])).keys()]).toEqual(expect.arrayContaining([...wanted]))
  })

  test.each(shown)('says what %s is', async (_what, at, words) => {
    expect(await editor.hover(at[language])).toMatch(words)
  })

  test.each(wrong)('underlines %s', async (_what, at, fault) => {
    expect((await editor.faults(at[language])).join('\n')).toMatch(fault)
  })
})

const examples: readonly (readonly [name: string, document: object])[] = [
  ['a document with everything', baseDocument],
  ...[dailyOrders, ...workflows.slice(0, 4)].map((workflow) => [workflow.name, workflow.build()] as const),
]

describe('nothing is underlined in', () => {
  test.each(examples)('%s', async (_name, document) => {
    expect(checkSpec(document).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(await editors.JSON.faults(writeJson(document))).toEqual([])
    expect(await editors.YAML.faults(writeYaml(document))).toEqual([])
  })
})

describe('what is offered is right:', () => {
  test.each(crons)('the cron %s', (cron) => {
    expect(parseCron(cron).ok).toBe(true)
  })

  test.each(parameterValues)('the value %s', (value) => {
    expect(parseParameter(value).diagnostics).toEqual([])
  })

  test.each(zones)('the zone %s', (zone) => {
    expect(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone).toBe(zone)
  })
})
