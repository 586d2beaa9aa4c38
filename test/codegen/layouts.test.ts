import { join } from 'node:path'
import { odpsSql, readSpec, shell, standalone, virtual, workflow, writeJson } from 'flowspec'
import { importFiles, toCode, toLayout } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { ProjectFolder } from './support/generated-project.ts'

const folder = new ProjectFolder()
afterAll(() => folder.remove())

/** Writes files into a folder and reads the documents in it. */
function imported(name: string, files: Readonly<Record<string, string>>): ReturnType<typeof importFiles> {
  folder.write(name, files)
  return importFiles(join(folder.path, name))
}

const start = virtual('start')
const orders = workflow('orders')
  .cron('00 00 02 * * ?')
  .nodes(start, odpsSql('ods_orders').code('select 1;\nselect 2;\n').after(start), shell('报表').code('./report.sh'))
const rates = standalone(odpsSql('rates').code('select 3').schedule('00 30 01 * * ?'))
const documents = [orders.build(), rates.build()]
const texts = documents.map((one) => writeJson(one))

describe('documents in files', () => {
  it('stand in files of their own in a bundle', () => {
    const files = toLayout([orders, rates], 'bundle')
    expect(Object.keys(files)).toEqual(['orders.json', 'rates.json'])
    expect(imported('bundle', files).documents.map((one) => writeJson(one))).toEqual(texts)
  })

  it('stand in the folders of Git mode with their code beside them', () => {
    const files = toLayout(documents, 'git')
    expect(Object.keys(files)).toEqual([
      'orders/ods_orders/ods_orders.sql',
      'orders/报表/报表.sh',
      'orders/orders.spec.json',
      'rates/rates.sql',
      'rates/rates.spec.json',
    ])
    expect(files['orders/ods_orders/ods_orders.sql']).toBe('select 1;\nselect 2;\n')
    const { documents: read, notes } = imported('git', files)
    expect(notes).toEqual([])
    expect(read.map((one) => writeJson(one))).toEqual(texts)
  })

  it('have the placeholders of Git mode filled in from the properties, and no parameters of schedules', () => {
    const spec = {
      version: '2.0.0',
      kind: 'Node',
      spec: {
        nodes: [
          {
            name: 'load',
            script: { path: 'load', runtime: { command: 'ODPS_SQL' }, parameters: [] },
            datasource: { name: '${spec.datasource.name}', type: 'odps' },
            outputs: { nodeOutputs: [{ data: '${projectIdentifier}.load', sourceType: '${unknown}' }] },
          },
        ],
      },
    }
    const { documents: read } = imported('properties', {
      'load/load.spec.json': JSON.stringify(spec),
      'load/load.sql': 'select ${bizdate}',
      'load/dataworks.properties': '# of the workspace\nprojectIdentifier = retail\nspec.datasource.name=odps_first\n',
      'notes.json': '{"some":"thing"}',
    })
    expect(read).toMatchObject([
      {
        spec: {
          nodes: [
            {
              script: { content: 'select ${bizdate}' },
              datasource: { name: 'odps_first' },
              outputs: { nodeOutputs: [{ data: 'retail.load', sourceType: '${unknown}' }] },
            },
          ],
        },
      },
    ])
  })

  it('are told from other files of a folder', () => {
    const { documents: read, notes } = imported('mixed', {
      'a.json': texts[0] ?? '',
      'b.yaml': 'kind: Node\nversion: 2.0.0\nspec: {}\n',
      'c.json': '{"some":"thing"}',
      'd.json': '{"kind":',
    })
    expect(read.map((one) => one['kind'])).toEqual(['CycleWorkflow', 'Node'])
    expect(notes.map(({ file }) => file)).toEqual(['c.json', 'd.json'])
  })

  it('become modules of their own, which the index exports', () => {
    const { files } = toCode([...documents, readSpec(texts[0] ?? '')])
    expect(Object.keys(files)).toEqual([
      'index.ts',
      'sh/code-2.sh',
      'sh/code.sh',
      'sql/ods_orders-2.sql',
      'sql/ods_orders.sql',
      'sql/rates.sql',
      'workflows/orders-2.ts',
      'workflows/orders.ts',
      'workflows/rates-document.ts',
    ])
    expect(files['index.ts']).toContain('export default [orders, ratesDocument, orders2];')
  })

  it('say what file is missing', () => {
    expect(() => importFiles('no/such/folder')).toThrow(/"no\/such\/folder" cannot be read/)
  })
})
