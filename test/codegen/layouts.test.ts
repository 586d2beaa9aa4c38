import fs, { mkdirSync, symlinkSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, join } from 'node:path'
import { doWhile, forEach, odpsSql, readSpec, shell, standalone, virtual, workflow, writeJson } from 'flowspec'
import { importFiles, toCode, toLayout } from 'flowspec/codegen'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
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

/** A document of nodes that stand in no workflow, with names and codes. */
function nodesDocument(...nodes: readonly (readonly [name: string, content?: string])[]): Record<string, unknown> {
  const scripts = nodes.map(([name, content]) => ({
    name,
    script: { path: name, runtime: { command: 'ODPS_SQL' }, ...(content === undefined ? {} : { content }) },
  }))
  return { version: '2.0.0', kind: 'Node', spec: { name: 'orders', nodes: scripts } }
}

/** Makes a file or folder one that nobody may read; the account of a test may be one that may read all. */
function forbid(name: string): void {
  const { readFileSync, readdirSync } = fs
  const refusing = (path: unknown, call: string): void => {
    if (basename(String(path)) !== name) return
    throw Object.assign(new Error(`EACCES: permission denied, ${call} '${path}'`), { code: 'EACCES' })
  }
  vi.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    refusing(path, 'open')
    return readFileSync(path, options)
  })
  vi.spyOn(fs, 'readdirSync').mockImplementation((...given: unknown[]) => {
    refusing(given[0], 'scandir')
    return Reflect.apply(readdirSync, fs, given)
  })
  syncBuiltinESMExports()
}

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

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

  it('keep the code of nodes inside of loops, for nobody shows where Git mode has it', () => {
    const body = odpsSql('body').code('select 5')
    const again = doWhile('again').nodes(odpsSql('step').code('select 6')).while('return True', { language: 'python' })
    const loops = workflow('loops')
      .cron('00 00 02 * * ?')
      .nodes(odpsSql('first').code('select 4'), forEach('each').nodes(body), again)
    const document = JSON.parse(writeJson(loops.build()))
    const files = toLayout(document, 'git')
    expect(Object.keys(files)).toEqual(['loops/first/first.sql', 'loops/loops.spec.json'])
    expect(imported('loops', files)).toEqual({ documents: [document], notes: [] })
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

  it.each<readonly [title: string, document: Record<string, unknown>, files: readonly string[]]>([
    [
      'two nodes of one name, of which the second has no code',
      nodesDocument(['load', 'select 1'], ['load']),
      ['orders/orders.spec.json'],
    ],
    [
      'two nodes of one name, of which the first has an empty code',
      nodesDocument(['load', ''], ['load', 'select 1']),
      ['orders/orders.spec.json'],
    ],
    [
      'two nodes of one name with code',
      nodesDocument(['load', 'select 1'], ['load', 'select 2']),
      ['orders/load/load.sql', 'orders/orders.spec.json'],
    ],
    [
      'nodes without code that are called as other files are',
      nodesDocument(['orders.spec'], ['dataworks'], [''], ['load', 'select 1']),
      ['orders/load/load.sql', 'orders/orders.spec.json'],
    ],
    [
      'names that are too long for files, in letters or in bytes',
      nodesDocument(['x'.repeat(300), 'select 1'], ['订'.repeat(90), 'select 2']),
      ['orders/orders.spec.json'],
    ],
    [
      'a name as long as files can have',
      nodesDocument(['x'.repeat(128), 'select 1']),
      [`orders/${'x'.repeat(128)}/${'x'.repeat(128)}.sql`, 'orders/orders.spec.json'],
    ],
  ])('are read from Git mode as they were: %s', (title, document, paths) => {
    const files = toLayout(document, 'git')
    expect(Object.keys(files)).toEqual(paths)
    const name = `round ${title}`
    folder.write(name, { ...files, 'orders/dataworks.properties': 'a=b\n', 'orders/.env': 'SECRET=1\n' })
    const { documents: read, notes } = importFiles(join(folder.path, name))
    expect({ read, notes }).toEqual({ read: [document], notes: [] })
  })

  it('are found in a folder that is named by a link', () => {
    folder.write('linked', toLayout(documents, 'bundle'))
    symlinkSync(join(folder.path, 'linked'), join(folder.path, 'link'), 'junction')
    const { documents: read } = importFiles(join(folder.path, 'link'))
    expect(read.map((one) => writeJson(one))).toEqual(texts)
  })

  it.each<readonly [what: string, name: string, of: string, count: number]>([
    ['a document', 'orders.spec.json', 'orders/orders.spec.json', 1],
    ['a file of code', 'ods_orders.sql', 'orders/ods_orders/ods_orders.sql', 2],
    ['a file of properties', 'dataworks.properties', 'orders/dataworks.properties', 2],
    ['a folder', 'rates', 'rates', 1],
  ])('are read though %s beside them cannot be, which is told', (what, name, of, count) => {
    const project = `forbidden ${what}`
    folder.write(project, { ...toLayout(documents, 'git'), 'orders/dataworks.properties': 'a=b\n' })
    forbid(name)
    const { documents: read, notes } = importFiles(join(folder.path, project))
    expect(read).toHaveLength(count)
    expect(notes).toEqual([{ file: of, message: expect.stringMatching(/^It cannot be read: EACCES/) }])
  })

  it.each([
    ['a file', 'given.json'],
    ['a folder', 'given'],
  ])('are not read from %s that cannot be: the error says so', (_, name) => {
    folder.write('given', { 'given.json': texts[0] ?? '' })
    mkdirSync(join(folder.path, 'given/given'), { recursive: true })
    forbid(name)
    const path = join(folder.path, 'given', name)
    expect(() => importFiles(path)).toThrow(
      expect.objectContaining({
        name: 'FlowSpecError',
        diagnostics: [
          expect.objectContaining({ rule: 'code/file-unreadable', message: expect.stringContaining(path) }),
        ],
      }),
    )
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
