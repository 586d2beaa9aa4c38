import { branch, dependency, join, projectRoot, shell, workflow } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { compilerErrors, documentsOf, ProjectFolder } from './support/generated-project.ts'

const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
const pack = shell('pack').code('./pack.sh').after(route.case('big'))

function joined(...nodes: readonly unknown[]): object {
  return Object(
    workflow('packing')
      .cron('00 02 00 * * ?')
      .nodes(...(nodes as never[]))
      .toJSON(),
  )
}

const jar = {
  name: 'base.py',
  id: '20413862',
  type: 'python',
  script: { path: 'res/base.py', runtime: { command: 'ODPS_PYTHON' } },
  datasource: { name: 'odps_first' },
}

/** Documents whose code names things by ways that few pipelines need. */
const documents: Readonly<Record<string, object>> = {
  'an arm of a join that waits for an arm of a branch': joined(
    route,
    pack,
    join('done').arm('a', pack).arm('b', route.case('small')),
  ),
  'an arm of a join that waits for a dependency of its own kind': joined(
    pack.after(route.case('small')),
    route,
    join('done').arm('a', dependency({ output: 'retail.rates', sourceType: 'Manual' })),
  ),
  'an arm of a join that waits for a dependency on a type of its own': joined(
    shell('pack').code('./pack.sh'),
    join('done')
      .arm('a', 'pack')
      .arm('b', dependency({ output: 'retail.rates', refTableName: 'rates' })),
  ),
  'an arm of a join that waits for the root of the project': Object(
    workflow('packing')
      .cron('00 02 00 * * ?')
      .nodes(join('done').arm('a', projectRoot()))
      .build({ project: 'retail', rules: { 'control/structure': 'off' } }),
  ),
  'a join that waits for its own previous cycle': joined(
    shell('pack').code('./pack.sh'),
    join('done').arm('a', 'pack').afterPrevious('self'),
  ),
  'resources in a document of nodes': {
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      nodes: [],
      fileResources: [jar, { name: 'other.jar', file: { path: 'other.jar', storage: { type: 'oss' } } }],
    },
  },
  'entities with fields that no step says': {
    kind: 'Function',
    version: '2.0.0',
    spec: {
      functions: [{ name: 'concat', metadata: { owner: '1' }, script: { path: 'f/concat' } }],
      datasources: [{ name: 'mysql_1', type: 'mysql', config: '{}' }],
      tables: [{ guid: 'odps.retail.orders', ddl: 'create table orders (id string)', hasPartition: false }],
    },
  },
  'an arm of a join with a state that there is not': joined(
    shell('pack').code('./pack.sh'),
    join('done').arm('a', 'pack', { status: 'Late' as never }),
  ),
}

describe('code of documents that few pipelines are like', () => {
  const folder = new ProjectFolder()
  afterAll(() => folder.remove())

  it.each(Object.entries(documents))('%s is built again', async (name, document) => {
    const { files, notes } = toCode(document)
    expect(notes).toEqual([])
    expect(await documentsOf(folder.write(name, files))).toEqual([document])
  })

  it('compiles with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)
})
