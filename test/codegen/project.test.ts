import {
  assignment,
  branch,
  combined,
  doWhile,
  external,
  forEach,
  join,
  manualWorkflow,
  node,
  odpsSql,
  paiFlow,
  paramHub,
  project,
  projectRoot,
  readSpec,
  shell,
  subProcess,
  udf,
  variableOf,
  virtual,
  workflow,
  writeJson,
} from 'flowspec'
import { importFiles, toCode, toLayout } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { compilerErrors, documentsOf, linesInside, ProjectFolder } from './support/generated-project.ts'

const start = virtual('start').after(projectRoot())
const ods = odpsSql('ods').code('select 1').after(start)
const sized = branch('b').param('size', '12').arm('1', '${size} > 10').arm('2', '${size} <= 10').after(ods)
const big = shell('big').code('./big.sh').after(sized.case('1'))
const small = shell('small').code('./small.sh').after(sized.case('2'))
const both = { status: ['Success', 'NotRun'] } as const
const merged = join('merged').arm('one', big, both).arm('two', small, both)
const ids = assignment('ids', 'shell').code('echo cn,eu').after(merged)
const each = forEach('each_region').over(ids.result()).maxIterations(10)
const load = shell('load').code('./load.sh $1').param('1', each.item)
const ask = shell('ask').code('./ask.sh')
const poll = doWhile('poll').maxIterations(20).nodes(ask).while('print(True)', { language: 'python2' }).after(merged)
const first = shell('first').code('./first.sh').outputVariable('day', '$[yyyymmdd-1]').after(start)
const last = shell('last').code('./last.sh $1').param('1', variableOf(first, 'day')).after(each.nodes(load))
const clean = workflow('clean').cron('00 00 03 * * ?').citable(true).nodes(shell('sweep').code('./sweep.sh'))
const sub = subProcess('sub').runs(clean.outputOf()).after(last)
const orders = workflow('orders')
  .path('retail/orders')
  .cron('00 00 02 * * ?')
  .nodes(start, ods, sized, big, small, merged, ids, each.nodes(load), poll, first, last, sub)

const reports = workflow('reports')
  .cron('00 00 04 * * ?')
  .after(orders, clean.outputOf('sweep'), external('finance.rates'), projectRoot())
  .afterPrevious('self', clean)
  .nodes(shell('report').code('./report.sh').after(orders.outputOf('last')))

const result = { type: 'PaiOutput' } as const
const read = node('read', 'PAI_FLOW_TF_READ_FILE_DATA').outputVariable('data', undefined, result)
const parse = node('parse', 'PAI_FLOW_RAG_TEXT_PARSE_CHUNK').param('input', variableOf(read, 'data', result))
const region = paramHub('region').variable('country', 'cn')
const choice = branch('choice').arm('yes', '1 > 0')
const inner = shell('inner').code('./inner.sh').after(choice.case('yes'))
const others = manualWorkflow('others').nodes(
  region,
  shell('use').code('./use.sh $1').param('1', variableOf(region, 'country')),
  combined('together').nodes(shell('one').code('./one.sh'), shell('two').code('./two.sh').after('one')),
  paiFlow('chunks').nodes(read, parse),
  doWhile('again').maxIterations(2).nodes(choice, inner).while('print(False)', { language: 'python2' }),
)

/** All that a project may hold, built for an identifier. */
function builtFor(identifier: string): readonly object[] {
  return project(identifier).add(clean, orders, reports, others, udf('mask').className('com.example.Mask')).build()
    .documents
}

const folder = new ProjectFolder()
afterAll(() => folder.remove())
let count = 0

/** The documents that the code builds, as parts of its project if it has one. */
async function builtAgain(code: ReturnType<typeof toCode>): Promise<readonly unknown[]> {
  count += 1
  return await documentsOf(folder.write(`built-${count}`, code.files))
}

function textOf({ files }: ReturnType<typeof toCode>): string {
  return Object.keys(files)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => files[path])
    .join('\n')
}

describe('documents of a project of builders', () => {
  it('come back as builders with the steps they were made by, and no output', async () => {
    const code = toCode(builtFor('retail'))
    expect(code).toMatchObject({ notes: [], project: 'retail' })
    const text = textOf(code)
    for (const call of [
      'branch("b")',
      '.arm("1", ',
      'b.case("1")',
      'join("merged")',
      'doWhile("poll")',
      '.over(ids.result())',
    ])
      expect(text).toContain(call)
    expect(text).toContain('virtual("start").after(projectRoot())')
    expect(text).not.toMatch(/\.(?:fields|extra|output)\(|verbatim/)
    expect(code.files['index.ts']).toContain('export default project("retail").add(...parts);')
    const built = await builtAgain(code)
    expect(built).toEqual(builtFor('retail'))
    expect(built.map((one) => writeJson(Object(one)))).toEqual(builtFor('retail').map((one) => writeJson(one)))
  })

  it.each(['retail', '${projectIdentifier}', 'dw-1', '订单', '"); x("', "'`"])(
    'are built again exactly where outputs begin with %s, found or said',
    async (identifier) => {
      const documents = builtFor(identifier)
      const found = toCode(documents)
      expect(found.project).toBe(identifier)
      expect(textOf(found)).not.toMatch(/\.fields\(|verbatim/)
      expect(await builtAgain(found)).toEqual(documents)
      expect(toCode(documents, { project: identifier })).toEqual(found)
      expect(toCode(project(identifier).add(clean, orders)).files).toEqual(
        toCode(project(identifier).add(clean, orders).build()).files,
      )
    },
  )

  it('name what they take of one another by its builder, so that all of it follows the name of the project', async () => {
    const { files } = toCode(builtFor('retail'))
    expect(files['workflows/orders.ts']).toContain('import { clean } from "./clean.ts";')
    expect(files['workflows/orders.ts']).toContain('.runs(clean.outputOf())')
    expect(files['workflows/reports.ts']).toContain('clean.outputOf("sweep")')
    expect(files['workflows/reports.ts']).toContain('.after(orders.outputOf("last"))')
    const index = (files['index.ts'] ?? '').replace('project("retail")', 'project("retail_dev")')
    expect(await documentsOf(folder.write('renamed', { ...files, 'index.ts': index }))).toEqual(builtFor('retail_dev'))
  })

  it.each(['single', 'files'] as const)(
    'that stand before what they take come back in their order, in %s',
    async (layout) => {
      const documents = builtFor('retail').toReversed()
      expect(await builtAgain(toCode(documents, { layout }))).toEqual(documents)
    },
  )

  it.each(['single', 'files'] as const)('that wait for one another are built again, in %s', async (layout) => {
    const there = workflow('there').cron('00 00 01 * * ?')
    const back = workflow('back').cron('00 00 01 * * ?').nodes(shell('there_1').code('ls').after(there.outputOf()))
    const both = project('retail').add(there.afterPrevious(back).nodes(shell('back_1').code('ls')), back)
    const { documents } = both.build()
    expect(await builtAgain(toCode(documents, { layout }))).toEqual(documents)
  })

  it('are imported under other names where a module has theirs for its own', async () => {
    const load = workflow('load').cron('00 00 01 * * ?').nodes(shell('first_load').code('ls'))
    const other = workflow('sum_up').cron('00 00 02 * * ?').nodes(shell('Load').code('ls').after(load.outputOf()))
    const { documents } = project('retail').add(load, other).build()
    expect(await builtAgain(toCode(documents))).toEqual(documents)
  })

  it.each(['single', 'files'] as const)('in the layout %s compile and are built again', async (layout) => {
    const code = toCode(builtFor('retail'), { layout })
    expect(await builtAgain(code)).toEqual(builtFor('retail'))
  })

  it('are built again as parts of a project that is not theirs', async () => {
    const code = toCode(builtFor('retail'), { project: 'finance' })
    expect(code.project).toBe('finance')
    expect(await builtAgain(code)).toEqual(builtFor('retail'))
  })

  it('are built again where one of them is of another project, and one of none', async () => {
    const other = project('finance').add(workflow('rates').cron('00 00 01 * * ?').nodes(shell('rate').code('ls')))
    const documents = [...builtFor('retail'), ...other.build().documents, clean.build()]
    const code = toCode(documents)
    expect(code.project).toBe('retail')
    expect(await builtAgain(code)).toEqual(documents)
  })

  it.each(['bundle', 'git'] as const)('come back from files laid out as %s', async (layout) => {
    folder.write(`laid-out-${layout}`, toLayout(builtFor('retail'), layout))
    const { documents, notes } = importFiles(`${folder.path}/laid-out-${layout}`)
    expect(notes).toEqual([])
    const code = toCode(documents)
    expect(linesInside(textOf(code), 'fields')).toBe(0)
    expect(new Set(await builtAgain(code))).toEqual(new Set(builtFor('retail')))
  })

  it('without a project are a list of builders, as documents of the service are', () => {
    const alone = toCode([clean.build(), orders.build({ project: 'x', rules: {} })].slice(0, 1))
    expect(alone).not.toHaveProperty('project')
    expect(alone.files['index.ts']).toContain('export default [clean];')
    const exported = readSpec(
      '{"version":"2.0.0","kind":"Node","spec":{"nodes":[{"name":"load","id":"7","outputs":{"nodeOutputs":[{"data":"retail.load"}]}}]}}',
    )
    expect(toCode(exported)).not.toHaveProperty('project')
  })

  it('compile with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)

  it.each(['', ' ', 'a.b', 7])('of a project called %j are refused', (identifier) => {
    expect(() => toCode(builtFor('retail'), { project: identifier as string })).toThrow(/project/)
  })
})
