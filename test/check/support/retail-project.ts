import type { ProjectDocuments } from 'flowspec'

const output = (data: string) => ({ nodeOutputs: [{ data, artifactType: 'NodeOutput', refTableName: data }] })

const node = (name: string) => ({
  id: name,
  name,
  script: { path: `retail/returns/${name}`, runtime: { command: 'VIRTUAL' } },
  outputs: output(`retail.${name}`),
})

/** A workflow beside the base document, of two nodes; the first comes after an output of the base document. */
export const returnsDocument = (after: string): object => ({
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: {
    workflows: [
      {
        name: 'returns',
        script: { path: 'retail/returns', runtime: { command: 'WORKFLOW' } },
        trigger: { type: 'Scheduler', cron: '00 30 00 * * ?' },
        outputs: output('retail.returns'),
        nodes: [node('refund'), node('audit')],
        dependencies: [
          { nodeId: 'refund', depends: [{ type: 'Normal', output: after }] },
          { nodeId: 'audit', depends: [{ type: 'Normal', output: 'retail_root' }] },
        ],
      },
    ],
  },
})

/** A resource whose folder is called as the base document is. */
export const resourceDocument: object = {
  kind: 'Resource',
  version: '1.1.0',
  spec: {
    fileResources: [
      {
        name: 'orders',
        type: 'file',
        script: { path: 'retail/orders', runtime: { command: 'ODPS_FILE' } },
        file: { path: '/data/orders', storage: { type: 'local', root: '/data' } },
      },
    ],
  },
}

/** A resource of the project. */
export const fileDocument = (name: string): object => ({
  kind: 'Resource',
  version: '1.1.0',
  spec: {
    fileResources: [
      {
        name,
        type: 'jar',
        script: { path: `resources/${name}`, runtime: { command: 'ODPS_JAR' } },
        file: { path: `/data/${name}`, storage: { type: 'local', root: '/data' } },
      },
    ],
  },
})

/** A data source of the project. */
export const datasourceDocument = (name: string, type = 'odps'): object => ({
  kind: 'DataSource',
  version: '1.1.0',
  spec: { datasources: [{ name, type }] },
})

/** A document of one node, with the type that it gives to the data source of the base document. */
export const typedNode = (type: string): object => ({
  kind: 'Node',
  version: '2.0.0',
  spec: {
    nodes: [
      {
        id: 'stock',
        name: 'stock',
        script: { path: 'retail/stock', runtime: { command: 'HOLOGRES_SQL' }, content: 'select 1' },
        datasource: { name: 'odps_first', type },
        outputs: output('retail.stock'),
      },
    ],
  },
})

/** A project of some documents. */
export const retail = (...documents: readonly object[]): ProjectDocuments => ({ identifier: 'retail', documents })
