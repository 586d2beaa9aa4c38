import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  component,
  dataIntegration,
  doWhile,
  dqcRule,
  fileResource,
  isFlowSpecError,
  project,
  table,
  udf,
} from 'flowspec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The one entity of a document. */
function entityOf(builder: { toJSON(): unknown }): unknown {
  const document = JSON.parse(JSON.stringify(builder)) as { spec: Record<string, unknown> }
  const [list] = Object.values(document.spec).filter((value) => Array.isArray(value))
  return Array.isArray(list) ? list[0] : undefined
}

describe('what a step says goes before what an earlier one said', () => {
  let file = ''
  beforeAll(() => {
    file = join(mkdtempSync(join(tmpdir(), 'flowspec-steps-')), 'code.txt')
    writeFileSync(file, 'of the file')
  })
  afterAll(() => rmSync(join(file, '..'), { recursive: true }))

  test.each<readonly [title: string, last: () => { toJSON(): unknown }, fields: object]>([
    [
      'code of a component after its file',
      () => component('c').codeFile(file).code('select 1'),
      { script: { content: 'select 1' } },
    ],
    [
      'a file of a component after its code',
      () => component('c').code('select 1').codeFile(file),
      { script: { content: 'of the file' } },
    ],
    [
      'code of a function after its file',
      () => udf('f').embeddedFile('python3', file).embedded('python3', 'pass'),
      { embeddedCode: 'pass' },
    ],
    [
      'a file of a function after its code',
      () => udf('f').embedded('python3', 'pass').embeddedFile('python3', file),
      { embeddedCode: 'of the file' },
    ],
    ['the kind of a resource', () => fileResource('r').type('jar').type('python'), { type: 'python' }],
  ])('%s', (_, last, fields) => {
    expect(entityOf(last())).toMatchObject(fields)
  })
})

describe('what a builder fills in', () => {
  test.each<readonly [title: string, builder: { toJSON(): unknown }, fields: object]>([
    ['an output of a component is text', component('c').output('o'), { outputs: [{ name: 'o', type: 'string' }] }],
    ['an input of a component is text', component('c').input('i'), { inputs: [{ name: 'i', type: 'string' }] }],
    ['a rule is started by a node of a name', dqcRule('r').startedBy('n'), { schedulerNode: { nodeId: 'n' } }],
    [
      'the command of a resource follows its kind',
      fileResource('r').type('python'),
      { script: { runtime: { command: 'ODPS_PYTHON' } } },
    ],
    [
      'that of another engine stays',
      fileResource('r').command('EMR_JAR').type('python'),
      { type: 'python', script: { runtime: { command: 'EMR_JAR' } } },
    ],
    ['a table has the guid it was started with', table('odps.retail.orders'), { guid: 'odps.retail.orders' }],
  ])('%s', (_, builder, fields) => {
    expect(entityOf(builder)).toMatchObject(fields)
  })

  test('the offset of a loop is what the service calls it', () => {
    expect(doWhile('again').offset).toBe('${dag.offset}')
  })

  test('a synchronisation task has no limit of errors and no rate unless it is given one', () => {
    const settingOf = (task: { toJSON(): unknown }): unknown =>
      (JSON.parse(JSON.stringify(task)) as { setting: unknown }).setting
    expect(settingOf(dataIntegration().errorLimit({}))).toEqual(settingOf(dataIntegration()))
    expect(settingOf(dataIntegration().speed({ concurrent: 2 }))).toMatchObject({ speed: { concurrent: 2 } })
    expect(JSON.stringify(settingOf(dataIntegration().speed({ concurrent: 2 })))).not.toContain('mbps')
    expect(settingOf(dataIntegration().errorLimit(3))).toMatchObject({ errorLimit: { record: '3' } })
  })
})

describe('an object that lacks what it must have is refused', () => {
  const calls: readonly (readonly [call: string, subject: object, method: string, given: readonly unknown[]])[] = [
    ['a table of a rule without a guid', dqcRule('r'), 'table', [{}]],
    ['what starts a rule without an output', dqcRule('r'), 'startedBy', [{}]],
    ['a place of a file without a type', fileResource('r'), 'file', ['p', {}]],
    ['a place of a file with a type that is no text', fileResource('r'), 'file', ['p', { type: 7 }]],
    ['an input of a component without a name', component('c'), 'input', [undefined]],
    ['a limit of errors of another shape', dataIntegration(), 'errorLimit', [{ records: 1 }]],
    ['a limit of errors that is no number', dataIntegration(), 'errorLimit', [{ record: 'x' }]],
    [
      'a data source of a condition without a name',
      doWhile('d'),
      'while',
      ['select 1', { datasource: { type: 'odps' } }],
    ],
    [
      'a data source of a condition with another key',
      doWhile('d'),
      'while',
      ['select 1', { datasource: { name: 'o', kind: 1 } }],
    ],
    ['an environment of a name without letters', project('p'), 'environments', [{ '': {} }]],
    ['an environment called __proto__', project('p'), 'environments', [JSON.parse('{"__proto__": {}}')]],
    ['variables of an environment that are none', project('p'), 'environments', [{ dev: 7 }]],
    ['a variable that one environment lacks', project('p'), 'environments', [{ dev: { a: '1' }, prod: {} }]],
  ]

  test.each(calls)('%s', (_, subject, method, given) => {
    const called: unknown = Reflect.get(subject, method)
    if (typeof called !== 'function') throw new Error(`there is no ${method}`)
    try {
      Reflect.apply(called, subject, given)
      expect.unreachable('nothing was refused')
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      expect(error.diagnostics[0]?.message).toMatch(new RegExp(`^${method}\\(\\): `))
    }
  })
})
