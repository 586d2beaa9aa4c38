import { fromSpec, join, paramHub, shell, variableOf, workflow } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { documentsOf, ProjectFolder } from './support/generated-project.ts'

const daily = workflow('daily').cron('00 02 00 * * ?')
const first = shell('first').code('x').outputVariable('v', '1')
const passing = shell('passing').code('x').outputVariable('day', variableOf(first, 'v'))
const hub = paramHub('hub').variable('day', variableOf(first, 'v'))
const joined = join('joined').arm('a', first)

/** A document whose texts of these are the empty one, which the service writes for what has none. */
function emptied(document: object, ...texts: readonly string[]): unknown {
  let json = JSON.stringify(document)
  for (const text of texts) json = json.replaceAll(text, '""')
  return JSON.parse(json)
}

const documents: Readonly<Record<string, unknown>> = {
  'an output': emptied(daily.nodes(first, passing).build(), '"first:v"'),
  'a parameter node': emptied(daily.nodes(first, hub).build(), '"first:v"'),
  'the code of a join': {
    ...daily.nodes(first, joined.fields({ script: { content: '' } })).build({ rules: { 'control/structure': 'off' } }),
  },
}

const folder = new ProjectFolder()
afterAll(() => folder.remove())

describe('an empty text where builders put one by themselves', () => {
  it.each(Object.entries(documents))('stays what it is in the code of a document: %s', async (name, document) => {
    const { files, notes } = toCode(document)
    expect(notes).toEqual([])
    const all = Object.values(files).join('\n')
    expect(all).toMatch(/(value|content): ""/)
    expect(all).not.toContain('verbatim')
    expect(await documentsOf(folder.write(name, files))).toEqual([document])
  })

  it('stays in a document that is read when its node passes another variable on', () => {
    const read = fromSpec(documents['an output'])
    const built = read.with(read.node('passing').outputVariable('hour', variableOf('first', 'v'))).toJSON()
    const variables = [
      { name: 'day', value: '' },
      { name: 'hour', value: 'first:v' },
    ]
    expect(built).toMatchObject({ spec: { workflows: [{ nodes: [{}, { outputs: { variables } }] }] } })
  })

  it('is laid over the code of a join whose script was left out', () => {
    const bare = joined.extra({ script: undefined }).fields({ script: { content: '' } })
    const nodes = [{ name: 'first' }, { name: 'joined', script: { content: '' } }]
    expect(daily.nodes(first, bare).toJSON()).toMatchObject({ spec: { workflows: [{ nodes }] } })
  })

  it('is given to none of two nodes of one name', () => {
    const passed = { name: 'passing', outputs: { variables: [{ name: 'day', value: 'first:v' }] } }
    const built = daily.nodes(first, passing, passing).toJSON()
    expect(built).toMatchObject({ spec: { workflows: [{ nodes: [{ name: 'first' }, passed, passed] }] } })
  })
})
