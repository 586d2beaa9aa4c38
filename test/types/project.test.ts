import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'

const prelude = [
  "import { type AnyWorkflow, component, componentSql, type ComponentBuilder, dataIntegration, di, type EntityBuilder, fileResource, fromSpec, odpsSql, type Project, type ProjectPart, project, udf, virtual, type Workflow, workflow } from 'flowspec'",
  "const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'), odpsSql('ods'))",
  "const retail = project('retail')",
  "const staged = retail.environments({ dev: { database: 'a', retries: 0, big: false, tables: ['x'] }, prod: { database: 'b', retries: 3, big: true, tables: [] } })",
  "const latest = component('latest').input('source').input('key', { defaultValue: 'id' }).owner('1').output('target')",
  'declare const someName: string',
  'declare const flag: boolean',
  'export const used: unknown[] = [orders, retail, staged, latest, someName, flag]',
].join('\n')

const compileAll = (bodies: readonly string[]) => compile(bodies.map((body) => `${prelude}\n${body}`)).errors

describe('what is right compiles', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a project of builders', 'retail.add(orders, fileResource("a.jar"), udf("f")).build()'],
    ['a project of a list of builders', 'declare const parts: readonly ProjectPart[]; retail.add(...parts).check()'],
    [
      'functions of the variables of an environment, by their types',
      "staged.add(({ database, retries, big, tables }, environment) => { const d: string = database; const r: number = retries; const b: boolean = big; const t: readonly string[] = tables; const e: 'dev' | 'prod' = environment; return [workflow(`${d}${r}${b}${t.length}${e}`)] })",
    ],
    ['a function that makes one part', 'staged.add(() => orders, orders, () => [orders, udf("f")])'],
    ['a build for an environment', "staged.build({ environment: 'dev', version: '1.2.0' })"],
    ['a check of all environments, or of one', "staged.check(); staged.check({ environment: 'prod' })"],
    ['one environment', "retail.environments({ only: { a: 1 } }).build({ environment: 'only' })"],
    [
      'variables that are objects',
      "retail.environments({ a: { db: { host: 'x', port: 1 } }, b: { db: { host: 'y', port: 2 } } }).add(({ db }) => workflow(db.host.concat(String(db.port))))",
    ],
    [
      'a type a user wrote down',
      "export const p: Project = retail; export const s: Project<'dev' | 'prod', { readonly database: string; readonly retries: number; readonly big: boolean; readonly tables: readonly string[] }> = staged",
    ],
    [
      'a schedule of a workflow that was read',
      "fromSpec({}).workflow().cron('00 02 00 * * ?').timezone('UTC').nodes(virtual('v'))",
    ],
    [
      'a schedule after any step of a workflow that was read',
      "fromSpec({}).workflow('a').owner('1').path('a').strategy({ priority: 1 }).cron('00 02 00 * * ?').delaySeconds(1)",
    ],
    ['a trigger of a workflow that was read', "fromSpec({}).workflow().owner('1').trigger('topic')"],
    [
      'a workflow that was read as a part of a project and of its document',
      "const read = fromSpec({}).workflow().owner('1'); retail.add(read, read.cron('')); fromSpec({}).with(read, read.nodes(virtual('v')))",
    ],
    [
      'a workflow that was read by its kind',
      "const w: Workflow = fromSpec({}).workflow('a', 'CycleWorkflow').nodes(virtual('v')).cron(''); retail.add(w)",
    ],
    [
      'the literal values of variables',
      "const kept = retail.environments({ dev: { mode: 'fast', n: 1, list: ['a'], deep: { on: true } }, prod: { mode: 'safe', n: 3, list: [], deep: { on: false } } }); kept.add(({ mode, n, list, deep }) => { const m: 'fast' | 'safe' = mode; const k: 1 | 3 = n; const l: readonly 'a'[] = list; const d: boolean = deep.on; return workflow(m).nodeList(l.map((one) => virtual(one))).citable(d).strategy({ rerunTimes: k }) })",
    ],
    [
      'a value of a type that is wider in one environment',
      "const kept = retail.environments({ dev: { mode: 'fast' }, prod: { mode: someName } }); kept.add(({ mode }) => workflow(mode))",
    ],
    [
      'an output of a node of another workflow',
      "odpsSql('x').after(orders.outputOf('ods'), orders.outputOf()).afterPrevious(orders.outputOf('start'))",
    ],
    [
      'an output of a workflow whose nodes are known only at run time',
      "declare const w: AnyWorkflow; odpsSql('x').after(w.outputOf(someName))",
    ],
    [
      'a node after an output of another workflow needs no node beside it',
      "workflow('w').nodes(odpsSql('x').after(orders.outputOf('ods')))",
    ],
    [
      'a component with all its parameters',
      "componentSql('c').component(latest, { inputs: { source: 'a' }, outputs: { target: 'b' } })",
    ],
    [
      'a component with a value for what has one by default',
      "componentSql('c').component(latest, { inputs: { source: 'a', key: 'k' }, outputs: { target: 'b' }, version: '2' })",
    ],
    ['a component without parameters', "componentSql('c').component(component('c'), {})"],
    [
      'a component of parameters known only at run time',
      "declare const c: ComponentBuilder; componentSql('c').component(c, { inputs: { any: 'x' } }); componentSql('c').component(c, {})",
    ],
    [
      'a component after any step',
      "export const c: EntityBuilder = latest.when(flag, (one) => one.owner('2')).code('x')",
    ],
    [
      'a job as the code of a node',
      "di('d').code(dataIntegration().reader('mysql', {}).writer('odps', {}, { name: 'Out' }).hop('Reader', 'Out'))",
    ],
  ]
  const errors = compileAll(cases.map(([, body]) => body))

  it.each(cases.map(([title], at) => [title, at] as const))('%s', (_, at) => {
    expect(errors[at]).toEqual([])
  })
})

describe('what is wrong does not compile, where it stands', () => {
  const cases: readonly (readonly [title: string, body: string, at: string, message: string])[] = [
    [
      'an environment that lacks a variable',
      "retail.environments({ dev: { database: 'a' }, prod: { database: 'b', retries: 3 } })",
      'dev',
      "Property 'retries' is missing",
    ],
    [
      'a variable of another type in another environment',
      "retail.environments({ dev: { database: 'a', retries: 1 }, prod: { database: 'b', retries: '3' as string } })",
      'retries',
      "'retries' has another type in another environment",
    ],
    [
      'a value of another type than the same variable has elsewhere',
      "retail.environments({ dev: { retries: 1 }, prod: { retries: '3' } })",
      'retries',
      "'retries' has another type in another environment",
    ],
    ['a variable that is no data', 'retail.environments({ dev: { now: new Date() } })', 'now', 'Date'],
    ['environments that are given twice', 'staged.environments({ dev: { a: 1 } })', 'environments', 'not callable'],
    [
      'a variable that is not there',
      'staged.add(({ databse }) => workflow(databse))',
      'databse',
      "'databse' does not exist",
    ],
    ['a function in a project without environments', 'retail.add(() => orders)', '() => orders', 'not assignable'],
    ['a node as a part', "retail.add(virtual('v'))", "virtual('v')", 'not assignable'],
    ['a build without an environment', 'staged.build()', 'build', 'Expected 1 arguments'],
    ['an environment that is not there', "staged.build({ environment: 'stage' })", 'environment', '"stage"'],
    ['the project as a setting of its build', "retail.build({ project: 'x' })", 'project', 'does not exist'],
    ['an output of a node the workflow does not have', "orders.outputOf('gone')", "'gone'", '"start" | "ods"'],
    [
      'a parameter without a value',
      "componentSql('c').component(latest, { inputs: {}, outputs: { target: 'b' } })",
      'inputs',
      "Property 'source' is missing",
    ],
    [
      'a use without inputs',
      "componentSql('c').component(latest, { outputs: { target: 'b' } })",
      "{ outputs: { target: 'b' } }",
      "Property 'inputs' is missing",
    ],
    [
      'a parameter the component does not have',
      "componentSql('c').component(latest, { inputs: { source: 'a', sorce: 'b' }, outputs: { target: 'b' } })",
      'sorce',
      "'sorce' does not exist",
    ],
    [
      'a hop to a step that is not there',
      "dataIntegration().reader('mysql', {}).hop('Reader', 'Writer')",
      "'Writer'",
      '"Reader"',
    ],
    [
      'a storage without its fields',
      "fileResource('a').file('x', { type: 'oss', bucket: 'b' })",
      "{ type: 'oss', bucket: 'b' }",
      'endpoint',
    ],
    ['embedded code of a language there is not', "udf('f').embedded('java9', 'x')", "'java9'", 'EmbeddedCodeType'],
  ]
  const errors = compileAll(cases.map(([, body]) => body))

  it.each(cases.map(([title, , at, message], place) => ({ title, at, message, place })))(
    '$title',
    ({ at, message, place }) => {
      const found = errors[place] ?? []
      expect(found).not.toEqual([])
      expect(found.map((error) => error.at)).toContain(at)
      expect(found.map((error) => error.message).join('\n')).toContain(message)
    },
  )
})
