import { branch, fileResource, project, shell, variableOf, workflow } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { compilerErrors, documentsOf, ProjectFolder } from './support/generated-project.ts'

const daily = workflow('daily').cron('00 02 00 * * ?')
const first = shell('first').code('ls').outputVariable('v', '1')
const passing = shell('passing').code('ls').outputVariable('day', variableOf(first, 'v'))
const taking = shell('taking').code('ls').param('day', variableOf(first, 'v'))
const route = branch('route').arm('big', '1 > 0').arm('small', '1 < 0')
const big = shell('big_one').code('ls').after(route.case('big'))
const jar = fileResource('a.jar').file('a.jar', { type: 'oss', endpoint: 'oss.example', bucket: 'jars' })

/** A document as text, and what to replace in it. */
type Change = readonly [document: object, text: string, other: string]

const variables = daily.nodes(first, passing, taking).build()
const inProject = project('retail').add(daily.nodes(route, big)).build().documents
const arms = '[{\\"condition\\":\\"1 > 0\\",'

const changes: Readonly<Record<string, Change>> = {
  'a type of a variable that there is not': [variables, '"type":"Constant"', '"type":"Odd"'],
  'a type of a variable that is passed through': [variables, '"type":"PassThrough"', '"type":"Odd"'],
  'a type of a variable that is taken': [variables, '"type":"NodeOutput"', '"type":"Odd"'],
  'a scope of variables that there is not': [variables, '"scope":"NodeContext"', '"scope":"Odd"'],
  'an arm without a condition': [inProject, '"when":"1 > 0",', ''],
  'an arm without a condition, in the code as well': [
    JSON.parse(JSON.stringify(inProject).replaceAll('"when":"1 > 0",', '')),
    arms,
    '[{',
  ],
  'an arm whose condition is a number': [inProject, '"when":"1 > 0"', '"when":3'],
  'an arm with a kind of value that there is not': [inProject, '"when":"1 > 0"', '"when":"1 > 0","valueType":"Odd"'],
  'a storage without its bucket': [jar.build(), ',"bucket":"jars"', ''],
  'a storage of a kind alone': [jar.build(), ',"endpoint":"oss.example","bucket":"jars"', ''],
  'a storage with an id': [jar.build(), '"bucket":"jars"', '"bucket":"jars","id":"1"'],
  'a storage of a kind that there is not': [jar.build(), '"type":"oss"', '"type":"ftp"'],
}

const folder = new ProjectFolder()
afterAll(() => folder.remove())

describe('what the types of no step take', () => {
  it.each(Object.entries(changes))('is built again: %s', async (name, [document, text, other]) => {
    const json = JSON.stringify(document)
    expect(json).toContain(text)
    const changed: unknown = JSON.parse(json.replaceAll(text, other))
    const { files, notes } = toCode(changed)
    expect(notes).toEqual([])
    expect(await documentsOf(folder.write(name, files))).toEqual(Array.isArray(changed) ? changed : [changed])
  })

  it('is an arm without a condition in the code of a project, too', async () => {
    const changed: unknown = JSON.parse(JSON.stringify(inProject).replaceAll('"when":"1 > 0",', ''))
    const { files } = toCode(changed, { project: 'retail' })
    expect(Object.values(files).join('\n')).not.toContain('.case(')
    expect(await documentsOf(folder.write('in-project', files))).toEqual(changed)
  })

  it('compiles with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)
})
