import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { hubNode } from '../support/hub-nodes.ts'

const command = `${at.dwd}/script/runtime/command`
const content = `${at.dwd}/script/content`
const hub = `${at.workflow}/nodes/4`
const taken = `${at.dwd}/script/parameters/0/referenceVariable`

const coded = (type: string, code: string, ...edits: readonly Edit[]): Edit =>
  both(set(command, type), set(content, code), ...edits)

const task = '{"type":"job","version":"2.0","steps":[{"category":"reader"},{"category":"writer"}]}'

/** Lets a variable be taken once, as the reference of a parameter. */
const once = (...edits: readonly Edit[]): Edit => both(hubNode, remove(`${at.dwd}/inputs/variables`), ...edits)

/** What the rules about kinds of nodes, their code and variables name. */
export const nodeTexts: readonly Told[] = [
  [
    'a number of another command',
    both(set(command, 'ODPS_SQL'), set(`${at.dwd}/script/runtime/commandTypeId`, 6)),
    ['ODPS_SQL is 10', 'not 6'],
    'Write 10, or leave commandTypeId out.',
  ],
  ['a task that is no JSON', coded('DI', 'select 1'), ['is not JSON']],
  ['a task that is a list', coded('DI', '[]'), ['no JSON object']],
  ...['type', 'version', 'steps'].map(
    (field): Told => [`a task without ${field}`, coded('DI', task.replace(`"${field}"`, '"other"')), [`no '${field}'`]],
  ),
  [
    'a data source of a data integration node',
    coded('DI', task, set(`${at.dwd}/datasource`, { name: 'odps_first', type: 'odps' })),
    ["'odps_first'", 'in its content'],
    'Leave .datasource(…) out.',
  ],
  [
    'a data source of another engine',
    set(`${at.ods}/datasource/type`, 'hologres'),
    ["'odps_first'", "'hologres'", 'ODPS_SQL runs on odps'],
    "Give one of that type: .datasource(name, { type: 'odps' }).",
  ],
  [
    'one data source of two types',
    set(`${at.report}/datasource`, { name: 'odps_first', type: 'hologres' }),
    ["'odps_first'", "'hologres'", "'odps' elsewhere"],
  ],
  [
    'the language of another command',
    both(set(command, 'DIDE_SHELL'), set(`${at.dwd}/script/language`, 'odps-sql')),
    ["'odps-sql'", 'shell-script'],
    "Write 'shell-script', or leave it out.",
  ],
  ['an old command', set(command, 'SHELL'), ['SHELL'], 'Use DIDE_SHELL.'],
  ['a command of older Python', set(command, 'PYODPS2'), ['PYODPS2'], 'Use PYODPS.'],
  [
    'a node without command',
    remove(`${at.dwd}/script/runtime/command`),
    ["'dwd'"],
    'Name the node type, such as ODPS_SQL.',
  ],
  [
    'a workflow without command',
    remove(`${at.workflow}/script/runtime`),
    ["'orders'"],
    'The command of a workflow is WORKFLOW.',
  ],
  [
    'a node without path beside nodes that have one',
    remove(`${at.dwd}/script/path`),
    ["'dwd'"],
    'Write the folder it stands in, then its name: "…/dwd".',
  ],
  ['a node without script', remove(`${at.report}/script`), ["'report.daily_1'"], 'Add script.runtime.command.'],
  ['a command that none is like', set(command, 'RETAIL_FORECAST'), ['"RETAIL_FORECAST"']],
  ['a command that is misspelt', set(command, 'ODPS_SQLL'), ['"ODPS_SQLL"'], 'Did you mean "ODPS_SQL"?'],
  [
    'a parameter node without variables',
    both(
      append(`${at.workflow}/nodes`, {
        name: 'hub',
        script: { path: 'retail/orders/hub', runtime: { command: 'PARAM_HUB' } },
        'param-hub': {},
      }),
      append(`${at.workflow}/dependencies`, { nodeId: 'hub', depends: [{ type: 'Normal', output: 'start' }] }),
    ),
    ['no variables'],
    'Add .variable(name, value).',
  ],
  [
    'a variable of a parameter node that is no output',
    both(
      hubNode,
      append(`${hub}/param-hub/variables`, {
        artifactType: 'Variable',
        name: 'zone',
        scope: 'NodeContext',
        type: 'Constant',
        value: 'a',
      }),
    ),
    ["'zone'"],
  ],
  [
    'a parameter without value',
    remove(`${at.ods}/script/parameters/0/value`),
    ["parameter 'bizdate'"],
    'Give it one: .param(name, value).',
  ],
  [
    'a variable of a parameter node without value',
    both(hubNode, remove(`${hub}/param-hub/variables/0/value`)),
    ["variable 'region'"],
    'Give it one: .variable(name, value).',
  ],
  [
    'a variable among outputs without value',
    both(hubNode, remove(`${hub}/outputs/variables/0/value`), remove(`${hub}/outputs/variables/0/node`)),
    ["variable 'region'"],
    'Give it one: .outputVariable(name, value).',
  ],
  [
    'a variable without artifactType',
    remove(`${at.ods}/script/parameters/0/artifactType`),
    ["'bizdate'"],
    'Write "artifactType": "Variable".',
  ],
  [
    'a variable of an output that is misspelt',
    once(set(`${taken}/node`, { output: 'hubb' })),
    ["'hubb'", 'no node'],
    'Did you mean "hub"?',
  ],
  [
    'a variable of an output that nothing is like',
    once(set(`${taken}/node`, { output: 'something_else' })),
    ["'something_else'"],
    'Name the output of a node of the document.',
  ],
  [
    'a variable of a node that comes after',
    once(set(`${taken}/node`, { nodeId: 'report.daily_1' })),
    ["'report.daily_1'", 'comes after'],
  ],
  [
    'a variable that a node does not offer',
    once(set(`${taken}/name`, 'regoin')),
    ["'hub'", 'no variable of this name'],
  ],
  [
    'a variable that no parameter takes',
    both(
      hubNode,
      remove(`${at.dwd}/inputs/variables/0/inputName`),
      remove(`${at.dwd}/script/parameters`),
      set(content, 'select 1'),
    ),
    ["'region'"],
  ],
]
