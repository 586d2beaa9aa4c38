import assert from 'node:assert'
import { expect, test } from 'vitest'
import {
  type AnyNode,
  assignment,
  branch,
  combined,
  component,
  componentSql,
  dataIntegration,
  dataIntegrationJob,
  datasource,
  doWhile,
  dqcRule,
  external,
  fileResource,
  forEach,
  fromSpec,
  join,
  manualWorkflow,
  node,
  odpsSql,
  paramHub,
  project,
  projectRoot,
  shell,
  standalone,
  subProcess,
  table,
  triggerWorkflow,
  udf,
  variableOf,
  virtual,
  workflow,
} from '../../src/index.ts'
import { daily, everyMinutes, weekly } from '../../src/schedule/index.ts'

const reason = 'it is meant so'
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('a'), shell('b').code('echo 1'))
const spec = {
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: {
    workflows: [{ name: 'w', nodes: [{ name: 'n', script: { path: 'w/n', runtime: { command: 'VIRTUAL' } } }] }],
  },
}

/** What is compared, made anew by each function: the first two of a row say different things. */
const rows: Readonly<Record<string, readonly [() => unknown, () => unknown]>> = {
  'the name of a node': [() => virtual('a'), () => virtual('b')],
  'the type of a node': [() => virtual('a'), () => odpsSql('a')],
  'the code of a node': [() => shell('a').code('ls'), () => shell('a').code('rm')],
  'the code file of a node': [() => shell('a').codeFile('a.sh'), () => shell('a').codeFile('b.sh')],
  'a node and another with a code that destroys': [() => virtual('a'), () => odpsSql('b').code('drop table x')],
  'a parameter': [() => shell('a').param('1', 'x'), () => shell('a').param('1', 'y')],
  'a parameter that takes a variable': [
    () => shell('a').param('1', variableOf('b', 'x')),
    () => shell('a').param('1', variableOf('b', 'y')),
  ],
  'a dependency on a node': [() => shell('a').after(virtual('b')), () => shell('a').after(virtual('c'))],
  'a dependency on a name': [() => shell('a').after('b'), () => shell('a')],
  'a dependency on an outside output': [
    () => shell('a').after(external('p.x')),
    () => shell('a').after(external('p.y')),
  ],
  "a dependency on the project's root": [() => shell('a').after(projectRoot()), () => shell('a')],
  'a dependency on another workflow': [
    () => shell('c').after(orders.outputOf('a')),
    () => shell('c').after(orders.outputOf('b')),
  ],
  'a dependency on the previous cycle': [
    () => shell('a').afterPrevious('self'),
    () => shell('a').afterPrevious('children'),
  ],
  'a strategy': [() => shell('a').strategy({ rerunTimes: 1 }), () => shell('a').strategy({ rerunTimes: 2 })],
  'a suppression': [() => shell('a').suppress('code/file-unreadable', reason), () => shell('a')],
  'an extra field': [() => shell('a').extra({ x: 1 }), () => shell('a').extra({ x: 2 })],
  'an extra field that JSON cannot hold': [() => shell('a').extra({ x: () => 1 }), () => shell('a')],
  'the trigger of a node': [() => shell('a').schedule('00 02 00 * * ?'), () => shell('a').schedule('00 03 00 * * ?')],
  'an arm of a branch': [() => branch('a').arm('x', '1 > 2'), () => branch('a').arm('x', '2 > 1')],
  'the handle of an arm': [
    () => branch('a').arm('x', '1').arm('y', '2').case('x'),
    () => branch('a').arm('x', '1').arm('y', '2').case('y'),
  ],
  'what a join waits for': [() => join('j').arm('x', virtual('a')), () => join('j').arm('x', virtual('b'))],
  'the language of an assignment': [() => assignment('a', 'shell'), () => assignment('a', 'odps')],
  'the result of an assignment': [() => assignment('a', 'shell').result(), () => assignment('b', 'shell').result()],
  'the body of a loop': [() => forEach('f').nodes(virtual('a')), () => forEach('f').nodes(virtual('b'))],
  'the order in a body': [
    () => forEach('f').nodes(virtual('a'), virtual('b').after('a')),
    () => forEach('f').nodes(virtual('a'), virtual('b')),
  ],
  'a suppression in a body': [
    () => forEach('f').nodes(virtual('a').suppress('code/file-unreadable', reason)),
    () => forEach('f').nodes(virtual('a')),
  ],
  'the condition of a loop': [
    () => doWhile('d').while('print(True)', { language: 'python2' }),
    () => doWhile('d').while('print(False)', { language: 'python2' }),
  ],
  'the nodes of a combined node': [() => combined('c').nodes(virtual('a')), () => combined('c')],
  'what a sub-process runs': [() => subProcess('s').runs('1'), () => subProcess('s').runs('2')],
  'a variable of a parameter node': [() => paramHub('p').variable('x', '1'), () => paramHub('p').variable('x', '2')],
  'the use of a component': [
    () => componentSql('c').component(component('k').input('i'), { inputs: { i: '1' } }),
    () => componentSql('c').component(component('k').input('i'), { inputs: { i: '2' } }),
  ],
  'the name of a workflow': [() => workflow('a'), () => workflow('b')],
  'the kind of a workflow': [() => workflow('a'), () => manualWorkflow('a')],
  'the trigger of a workflow': [() => triggerWorkflow('a').trigger('x'), () => triggerWorkflow('a').trigger('y')],
  'the cron of a workflow': [() => workflow('a').cron('00 02 00 * * ?'), () => workflow('a').cron('00 03 00 * * ?')],
  'the nodes of a workflow': [() => workflow('a').nodes(virtual('x')), () => workflow('a').nodes(virtual('y'))],
  'the edges of a workflow': [
    () => workflow('a').nodes(virtual('x'), virtual('y').after('x')),
    () => workflow('a').nodes(virtual('x'), virtual('y')),
  ],
  'defaults that meet no node': [
    () => workflow('a').defaults({ owner: '1' }),
    () => workflow('a').defaults({ datasource: 'o' }),
  ],
  'a suppression of a workflow': [() => workflow('a').suppress('code/file-unreadable', reason), () => workflow('a')],
  'the output of a workflow': [
    () => workflow('a').output('x.y').outputOf(),
    () => workflow('a').output('x.z').outputOf(),
  ],
  'a node on its own': [() => standalone(shell('a').code('1')), () => standalone(shell('a').code('2'))],
  'the kind of a node on its own': [() => standalone(shell('a')).ofKind('ManualNode'), () => standalone(shell('a'))],
  'a document that was read': [() => fromSpec(spec), () => fromSpec(spec).without('n')],
  'a workflow that was read': [() => fromSpec(spec).workflow('w'), () => fromSpec(spec).workflow('w').owner('1')],
  'a node that was read': [() => fromSpec(spec).node('n'), () => fromSpec(spec).node('n').owner('1')],
  'the identifier of a project': [() => project('a'), () => project('b')],
  'the parts of a project': [() => project('a').add(orders), () => project('a').add(orders.owner('1'))],
  'a suppression in a project': [
    () => project('a').add(orders),
    () => project('a').add(orders.suppress('code/file-unreadable', reason)),
  ],
  'the defaults of a project': [() => project('a').defaults({ owner: '1' }), () => project('a')],
  'the environments of a project': [
    () =>
      project('a')
        .environments({ dev: { x: 1 } })
        .add(({ x }) => table(`t${x}`)),
    () =>
      project('a')
        .environments({ dev: { x: 2 } })
        .add(({ x }) => table(`t${x}`)),
  ],
  'a resource': [() => fileResource('a.jar'), () => fileResource('a.jar').owner('1')],
  'a function': [() => udf('a').className('x'), () => udf('a').className('y')],
  'a component': [() => component('a').input('x'), () => component('a').input('y')],
  'a data source': [() => datasource('a').type('x'), () => datasource('a').type('y')],
  'a table': [() => table('a'), () => table('b')],
  'a rule of data quality': [() => dqcRule('a').table('x'), () => dqcRule('a').table('y')],
  'a suppression of an entity': [() => table('a').suppress('code/file-unreadable', reason), () => table('a')],
  'a job of Data Integration': [() => dataIntegrationJob('a').code('{}'), () => dataIntegrationJob('a').code('[]')],
  'the content of such a job': [
    () => dataIntegration().reader('mysql', {}),
    () => dataIntegration().reader('odps', {}),
  ],
  'the variable that a handle is of': [() => variableOf('a', 'x'), () => variableOf('a', 'y')],
  'an outside output': [() => external('p.x'), () => external('p.y')],
  'the time of a schedule': [() => daily('02:00'), () => daily('03:00')],
  'the zone of a schedule': [() => daily('02:00'), () => daily('02:00').timezone('Europe/London')],
  'the window of a schedule': [() => weekly(['MON'], '02:00'), () => weekly(['MON'], '02:00').from('2026-01-01')],
  'the interval of a schedule': [() => everyMinutes(5), () => everyMinutes(10)],
}

test.each(Object.entries(rows))('%s counts where builders are compared', (_, [one, other]) => {
  assert.deepStrictEqual(one(), one())
  expect(one()).toEqual(one())
  expect(one()).toStrictEqual(one())
  assert.notDeepStrictEqual(one(), other())
  expect(one()).not.toEqual(other())
  expect([{ of: one() }]).not.toEqual([{ of: other() }])
})

test('a name and the builder of that name say the same', () => {
  assert.deepStrictEqual(shell('a').after('b'), shell('a').after(virtual('b')))
})

test('calls that come to the same say the same', () => {
  assert.deepStrictEqual(shell('a').owner('1').owner('2'), shell('a').owner('2'))
  assert.deepStrictEqual(shell('a').extra({ x: 1 }).extra({ y: 2 }), shell('a').extra({ x: 1, y: 2 }))
})

test('nodes that come after one another in many ways are compared in a moment', () => {
  const ladder = (): unknown => {
    let left: AnyNode = node('l', 'VIRTUAL')
    let right: AnyNode = node('r', 'VIRTUAL')
    for (let rung = 0; rung < 5_000; rung++) {
      ;[left, right] = [node(`l${rung}`, 'VIRTUAL').after(left, right), node(`r${rung}`, 'VIRTUAL').after(left, right)]
    }
    return left
  }
  assert.deepStrictEqual(ladder(), ladder())
})

test('what is compared is not in the way of keys and copies', () => {
  expect(Object.keys(virtual('a'))).toEqual([])
  expect(JSON.stringify(virtual('a'))).toContain('"name":"a"')
})
