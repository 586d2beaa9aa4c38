import {
  component,
  componentSql,
  type Diagnostic,
  datasource,
  external,
  fileResource,
  node,
  odpsSql,
  type ProjectPart,
  project,
  pyodps3,
  subProcess,
  triggerWorkflow,
  udf,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const orders = workflow('orders').cron('00 02 00 * * ?')
const sql = odpsSql('n').code('select 1')
const resource = (name: string) => fileResource(name).type('jar')

function said(parts: readonly ProjectPart[], rule: string): (readonly (string | undefined)[])[] {
  const found: readonly Diagnostic[] = project('p')
    .add(...parts)
    .check()
  return found.filter((one) => one.rule === rule).map(({ message, hint }) => [message, hint])
}

describe('a name that is nearly one of the project', () => {
  const source = datasource('odps_first').type('odps')
  const task = '{"steps":[{"category":"reader","parameter":{"datasource":"odps_frist"}}]}'

  it.each<[string, readonly ProjectPart[], string, string]>([
    [
      'of a data source',
      [source, orders.nodes(sql.datasource('odps_frist'))],
      'data source "odps_frist"',
      'odps_first',
    ],
    ['in another case', [source, orders.nodes(sql.datasource('ODPS_First'))], 'data source "ODPS_First"', 'odps_first'],
    [
      'joined otherwise',
      [source, orders.nodes(sql.datasource('odps-first'))],
      'data source "odps-first"',
      'odps_first',
    ],
    ['in a task', [source, orders.nodes(node('n', 'DI').code(task))], 'data source "odps_frist"', 'odps_first'],
    ['of a function', [udf('clean').datasource('o'), orders.nodes(sql.functions('clan'))], 'function "clan"', 'clean'],
    ['of a resource', [resource('q.jar'), orders.nodes(sql.resources('qq.jar'))], 'resource "qq.jar"', 'q.jar'],
    [
      'in code',
      [resource('lib.py'), orders.nodes(pyodps3('n').code('##@resource_reference{"libb.py"}'))],
      'resource "libb.py"',
      'lib.py',
    ],
    [
      'of a resource of a function',
      [resource('node.jar'), udf('f').resources('nope.jar')],
      'resource "nope.jar"',
      'node.jar',
    ],
    [
      'of a component',
      [component('clean'), orders.nodes(componentSql('n').component(component('claen'), {}))],
      'component "claen"',
      'clean',
    ],
  ])('%s is told with the one that is meant', (_, parts, what, meant) => {
    expect(said(parts, 'project/misspelt-name')).toEqual([
      [`No document of project 'p' has the ${what}.`, `Did you mean "${meant}"?`],
    ])
  })

  it.each<[string, readonly ProjectPart[]]>([
    ['is that very one', [source, orders.nodes(sql.datasource('odps_first'))]],
    ['is another word', [source, orders.nodes(sql.datasource('holo_main'))]],
    ['has a part more', [source, orders.nodes(sql.datasource('odps_first_dev'))]],
    ['has another number', [datasource('mysql_1').type('mysql'), orders.nodes(sql.datasource('mysql_2'))]],
    ['has another ending', [resource('cleaner.jar'), orders.nodes(sql.resources('cleaner.py'))]],
    ['is that of another kind', [resource('clean'), orders.nodes(sql.functions('clan'))]],
  ])('is not told of a name that %s, which the workspace may have', (_, parts) => {
    expect(said(parts, 'project/misspelt-name')).toEqual([])
  })

  it('is told once in a document', () => {
    const nodes = ['a', 'b', 'c'].map((name) => odpsSql(name).code('select 1').datasource('odps_frist'))
    expect(said([source, orders.nodes(...nodes)], 'project/misspelt-name')).toHaveLength(1)
  })
})

describe('a sub-process of another document of the project', () => {
  const clean = triggerWorkflow('clean').nodes(odpsSql('step').code('select 1'))
  const way = 'Let others run it: .citable(true) of the workflow.'

  it.each<[string, readonly ProjectPart[], readonly (readonly string[])[]]>([
    [
      'by its output',
      [clean, orders.nodes(subProcess('s').runs(clean.outputOf()))],
      [["This node runs 'clean', which is not citable.", way]],
    ],
    [
      'by text',
      [clean, orders.nodes(subProcess('s').runs(external('p.clean')))],
      [["This node runs 'clean', which is not citable.", way]],
    ],
    [
      'that says it is not',
      [clean.citable(false), orders.nodes(subProcess('s').runs(clean.outputOf()))],
      [["This node runs 'clean', which is not citable.", way]],
    ],
    [
      'that is a node',
      [clean, orders.nodes(subProcess('s').runs(external('p.step')))],
      [["This node runs 'p.step', which is no workflow.", 'Give a workflow: .runs(workflow.outputOf()).']],
    ],
    ['that is citable', [clean.citable(true), orders.nodes(subProcess('s').runs(clean.outputOf()))], []],
    [
      'by its id',
      [clean.id('77'), orders.nodes(subProcess('s').runs('77'))],
      [["This node runs 'clean', which is not citable.", way]],
    ],
    ['by its id, that is citable', [clean.id('77').citable(true), orders.nodes(subProcess('s').runs('77'))], []],
    [
      'by an id that none has',
      [clean, orders.nodes(subProcess('s').runs('78'))],
      [
        [
          "This node runs the workflow of the id '78', which no document of the project has.",
          'Give its id: .id(…); or .runs(workflow.outputOf()) names it by its output.',
        ],
      ],
    ],
    [
      'by its name, which is no id',
      [clean, orders.nodes(subProcess('s').runs('clean'))],
      [
        [
          "This node runs the workflow of the id 'clean', which no document of the project has.",
          'A workflow is called so: .runs(workflow.outputOf()) names it by its output.',
        ],
      ],
    ],
    ['by an id that the service gave', [orders.nodes(subProcess('s').runs('8765432109876543210'))], []],
    ...['orders_8765432109876543210', '8765432109876543210_orders'].map(
      (id): [string, readonly ProjectPart[], readonly (readonly string[])[]] => [
        `by ${id}, which the service does not give`,
        [orders.nodes(subProcess('s').runs(id))],
        [
          [
            `This node runs the workflow of the id '${id}', which no document of the project has.`,
            'Give its id: .id(…); or .runs(workflow.outputOf()) names it by its output.',
          ],
        ],
      ],
    ),
    ['that is not of the project', [orders.nodes(subProcess('s').runs(external('q.clean')))], []],
  ])('%s is judged as one of the same document', (_, parts, expected) => {
    expect(said(parts, 'control/not-citable')).toEqual(expected)
  })
})
