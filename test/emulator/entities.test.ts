import { createClient, type DataWorksClient, isDataWorksError } from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let emulator: Emulator
let client: DataWorksClient
beforeEach(async () => {
  emulator = await startEmulator()
  client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
})
afterEach(() => emulator.stop())

const projectId = 10000

/** The text of a document, so that wrong ones can be written too. */
function documentOf(kind: string, list: string, entity: object, version: string | undefined = '1.1.0'): string {
  return JSON.stringify({ version, kind, spec: { [list]: [entity, { name: 'ignored' }] } })
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isDataWorksError(error)) throw error
  return error.code
}

/** What the client does with one kind of thing. */
const families = {
  Resource: {
    list: 'fileResources',
    command: 'ODPS_PYTHON',
    create: (spec: string) => client.createResource({ projectId, spec }),
    update: (id: string, spec: string) => client.updateResource({ projectId, id, spec }),
    get: (id: string) => client.getResource({ id }),
    rename: (id: string, name: string) => client.renameResource({ projectId, id, name }),
    move: (id: string, path: string) => client.moveResource({ projectId, id, path }),
    remove: (id: string) => client.deleteResource({ projectId, id }),
    all: () => client.eachResource({ projectId }),
  },
  Function: {
    list: 'functions',
    command: 'ODPS_FUNCTION',
    create: (spec: string) => client.createFunction({ projectId, spec }),
    update: (id: string, spec: string) => client.updateFunction({ projectId, id, spec }),
    get: (id: string) => client.getFunction({ id }),
    rename: (id: string, name: string) => client.renameFunction({ projectId, id, name }),
    move: (id: string, path: string) => client.moveFunction({ projectId, id, path }),
    remove: (id: string) => client.deleteFunction({ projectId, id }),
    all: () => client.eachFunction({ projectId }),
  },
} as const

describe.each(Object.entries(families))('%s', (kind, family) => {
  const entity = (name: string, more: object = {}) =>
    documentOf(kind, family.list, {
      name,
      script: { path: `folder/${name}`, content: 'x', runtime: { command: family.command } },
      datasource: { name: 'odps_first', type: 'odps' },
      ...more,
    })
  const read = async (id: string): Promise<unknown> => JSON.parse((await family.get(id)).spec)

  test('only the first of a document is made, and read back with what the service adds', async () => {
    const { id } = await family.create(entity('one'))
    expect(id).toMatch(/^\d{19}$/)
    expect(await read(id)).toMatchObject({
      version: '1.1.0',
      kind,
      spec: {
        [family.list]: [
          { id, name: 'one', script: { path: 'folder/one', id: expect.any(String) }, metadata: { projectId: '10000' } },
        ],
      },
      metadata: { uuid: id },
    })
    const names: string[] = []
    for await (const { name } of family.all()) names.push(name)
    expect(names).toEqual(['one'])
  })

  test('an update changes what it names and keeps the rest', async () => {
    const { id } = await family.create(entity('one', { type: 'python' }))
    await family.update(id, documentOf(kind, family.list, { script: { content: 'y' } }))
    expect(await read(id)).toMatchObject({
      spec: {
        [family.list]: [
          { id, type: 'python', script: { content: 'y', path: 'folder/one', runtime: { command: family.command } } },
        ],
      },
    })
    const other = documentOf(kind, family.list, { script: { runtime: { command: 'ODPS_JAR' } } })
    expect(await codeOf(family.update(id, other))).toBe('9990030003')
  })

  test('is renamed, moved and deleted', async () => {
    const { id } = await family.create(entity('one'))
    await family.rename(id, 'two')
    await family.move(id, '/elsewhere/')
    expect(await read(id)).toMatchObject({
      spec: { [family.list]: [{ name: 'two', script: { path: 'elsewhere/two' } }] },
    })
    expect(await family.remove(id)).toMatchObject({ success: true })
    expect(await codeOf(family.get(id))).toBe('5801488441564725318')
  })

  test.each([
    ['a name that is taken', () => entity('taken'), '9990030003'],
    ['a document of a node', () => entity('one').replace(`"${kind}"`, '"Node"'), '9990030003'],
    ['no version', () => documentOf(kind, family.list, { name: 'one' }, ''), '58014884415'],
    ['no command', () => entity('one', { script: { path: 'one' } }), '58014884415'],
    [
      'a path that ends with another name',
      () => entity('one', { script: { path: 'two', runtime: { command: 'X' } } }),
      '9990030003',
    ],
    ['nothing in it', () => documentOf(kind, 'nodes', { name: 'one' }), '58014884415'],
  ])('is refused with %s', async (_, spec, code) => {
    await family.create(entity('taken'))
    expect(await codeOf(family.create(spec()))).toBe(code)
  })
})

// The documented request of CreateComponent has no version.
test('a component is made from a document without a version, and has an id of another name and times as texts', async () => {
  const script = { path: 'top', language: 'odps-sql', content: 'select @@{n}', runtime: { command: 'SQL_COMPONENT' } }
  const inputs = [{ name: 'n', type: 'string' }]
  const spec = JSON.stringify({ kind: 'Component', name: 'x', spec: { components: [{ name: 'top', script, inputs }] } })
  const { componentId } = await client.createComponent({ projectId, spec })
  const read = await client.getComponent({ componentId })
  expect(read).toMatchObject({ componentId, name: 'top', createTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:/) })
  const listed = await client.listComponents({ projectId })
  expect(listed.items).toMatchObject([
    { componentId, inputs: [{ name: 'n', type: 'string' }], script: { path: 'top' } },
  ])
  await client.deleteComponent({ componentId, projectId })
  expect((await client.listComponents({})).totalCount).toBe(0)
})
