import {
  assignment,
  doWhile,
  forEach,
  odpsSql,
  paramHub,
  project,
  shell,
  variableOf,
  workflow,
  writeJson,
} from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { compilerErrors, documentsOf, linesInside, ProjectFolder } from './support/generated-project.ts'

const ids = assignment('ids', 'shell').code('echo cn,eu')
const each = forEach('each_region').over(ids.result()).maxIterations(10)
const load = shell('load').code('./load.sh $1').param('1', each.item)
const poll = doWhile('poll')
  .maxIterations(20)
  .nodes(shell('ask').code('./ask.sh'))
  .while('print(True)', { language: 'python2' })
const innerIds = assignment('inner_ids', 'shell').code('echo 1')
const inner = forEach('inner').over(innerIds.result()).maxIterations(2).nodes(shell('deep').code('./deep.sh'))
const loops = workflow('loops')
  .cron('00 00 02 * * ?')
  .nodes(ids, each.nodes(load, shell('after_load').code('ls').after(load)), poll.after(each))
const nested = workflow('nested')
  .cron('00 00 02 * * ?')
  .nodes(ids, forEach('outer').over(ids.result()).nodes(innerIds, inner))

const first = shell('first').code('./first.sh').outputVariable('day', '$[yyyymmdd-1]')
const other = shell('other').code('./other.sh').outputVariable('hour', '$[hh24]')
const handOn = shell('hand_on')
  .code('./on.sh')
  .outputVariable('day_again', variableOf(first, 'day'), { description: 'd' })
const hub = paramHub('hub')
  .variable('country', 'cn')
  .variable('day', variableOf(handOn, 'day_again'))
  .variable('hour', variableOf(other, 'hour'))
const use = shell('use').code('./use.sh $1 $2').param('1', hub.take('day')).param('2', variableOf(hub, 'hour'))
const variables = workflow('variables').cron('00 00 03 * * ?').nodes(first, other, handOn, hub, use)

const folder = new ProjectFolder()
afterAll(() => folder.remove())
let count = 0

async function builtAgain(code: ReturnType<typeof toCode>): Promise<readonly unknown[]> {
  count += 1
  return await documentsOf(folder.write(`told-${count}`, code.files))
}

function textOf({ files }: ReturnType<typeof toCode>): string {
  return Object.keys(files)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => files[path])
    .join('\n')
}

describe('variables that are passed through', () => {
  it('come back by their handles, and follow the name of the project', async () => {
    const documents = (name: string) => project(name).add(variables).build().documents
    const code = toCode(documents('retail'))
    const text = textOf(code)
    expect(linesInside(text, 'fields')).toBe(0)
    expect(text).toContain('.outputVariable("day_again", variableOf(first, "day"), { description: "d" })')
    expect(text).toContain('.variable("day", variableOf(handOn, "day_again"))')
    expect(await builtAgain(code)).toEqual(documents('retail'))
    const renamed = Object.fromEntries(
      Object.entries(code.files).map(([path, file]) => [
        path,
        file.replace('project("retail")', 'project("retail_dev")'),
      ]),
    )
    expect(await documentsOf(folder.write('renamed', renamed))).toEqual(documents('retail_dev'))
  })

  it('come back of a workflow alone, and of one that another type or owner is said of', async () => {
    const alone = variables.build()
    expect(linesInside(textOf(toCode(alone)), 'fields')).toBe(0)
    expect(await builtAgain(toCode(alone))).toEqual([alone])
    const odd = JSON.parse(writeJson(alone).replace('"PassThrough"', '"Constant"'))
    expect(await builtAgain(toCode(odd))).toEqual([odd])
  })
})

describe('documents whose builders are told how to build', () => {
  const builds = [
    ['version', variables, { version: '1.2.0' }],
    ['loops', loops, { loops: 'siblings' }],
    ['loops in loops', nested, { loops: 'siblings' }],
    ['both', loops, { loops: 'siblings', version: '1.2.0' }],
  ] as const

  it.each(builds)('come back as these builders, alone: %s', async (_, source, options) => {
    const document = source.build(options)
    const code = toCode(document)
    expect(code.notes).toEqual([])
    const text = textOf(code)
    expect(text).not.toMatch(/verbatim|\.fields\(|\.extra\(/)
    expect(text).toContain('fromSpec(')
    expect(await builtAgain(code)).toEqual([document])
  })

  it.each(builds)('come back as these builders, in a project: %s', async (_, source, options) => {
    const sql = workflow('sql').cron('00 00 05 * * ?').nodes(odpsSql('s').code('select 1'))
    const documents = [
      ...project('retail').add(source).build(options).documents,
      ...project('retail').add(sql.after(source)).build().documents,
    ]
    for (const layout of ['single', 'files'] as const) {
      const code = toCode(documents, { layout })
      expect(code.notes).toEqual([])
      expect(textOf(code)).not.toMatch(/verbatim|\.fields\(/)
      expect(await builtAgain(code)).toEqual(documents)
    }
  })

  it('that the check of builders refuses stay as they are said, with a note', async () => {
    const wrong = workflow('wrong').cron('00 00 25 * * ?').nodes(shell('a').code('ls'))
    const document = { ...JSON.parse(JSON.stringify(wrong)), version: '1.2.0' }
    const code = toCode(document)
    expect(code.notes).toEqual([
      { document: 0, name: expect.any(String), message: expect.stringContaining('build({"version":"1.2.0"})') },
    ])
    expect(await builtAgain(code)).toEqual([document])
  })

  it('that no builders made are written as before', async () => {
    const document = loops.build({ loops: 'siblings' })
    const odd = JSON.parse(JSON.stringify(document).replaceAll('"uuid":"each_region"', '"uuid":"poll"'))
    const code = toCode(odd)
    expect(code.notes).toEqual([])
    expect(await builtAgain(code)).toEqual([odd])
  })

  it('compile with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)
})
