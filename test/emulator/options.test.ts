import { type EmulatorOptions, type Fault, startEmulator } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'
import { at, call, importSpec } from './support/call.ts'
import { dependsOn, document, node, workflow } from './support/documents.ts'

describe('an emulator', () => {
  test('has two workspaces and stands on 127.0.0.1, on a port of its own', async () => {
    const [one, other] = await Promise.all([startEmulator(), startEmulator()])
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(one.url).not.toBe(other.url)
    const nothing = { resources: [], functions: [], components: [] }
    expect(one.projects).toEqual([
      { id: '10000', identifier: 'dw_project', edition: 'new', workflows: [], nodes: [], ...nothing, businesses: [] },
      { id: '20000', identifier: 'dw_legacy', edition: 'legacy', workflows: [], nodes: [], ...nothing, businesses: [] },
    ])
    await Promise.all([one.stop(), other.stop()])
  })

  test('refuses connections once it is stopped, and can be stopped twice', async () => {
    const emulator = await startEmulator()
    await call(emulator, 'ListProjects')
    await emulator.stop()
    await emulator.stop()
    await expect(call(emulator, 'ListProjects')).rejects.toThrow('ECONNREFUSED')
  })

  test('says so when its port is taken', async () => {
    const emulator = await startEmulator()
    const port = Number(new URL(emulator.url).port)
    await expect(startEmulator({ port })).rejects.toThrow('EADDRINUSE')
    await emulator.stop()
  })

  test('takes other credentials', async () => {
    const credentials = { accessKeyId: 'mine', accessKeySecret: 'secret' }
    const emulator = await startEmulator({ credentials })
    expect(emulator.credentials).toEqual(credentials)
    expect((await call(emulator, 'ListProjects')).status).toBe(200)
    await emulator.stop()
  })

  test('gives the same ids in every run', async () => {
    const spec = document([workflow('orders', { nodes: [node('a'), node('b')] })])
    const runs = [await startEmulator(), await startEmulator()]
    const found = []
    for (const emulator of runs) {
      await importSpec(emulator, spec)
      found.push(emulator.projects[0]?.workflows[0]?.nodes)
      await emulator.stop()
    }
    expect(found[0]).toEqual(found[1])
  })

  test('never gives an id that a document brings along, be it further down', async () => {
    const idsOf = async (nodes: readonly unknown[]) => {
      const emulator = await startEmulator()
      await importSpec(emulator, document([workflow('w', { nodes })]))
      await emulator.stop()
      return emulator.projects[0]?.workflows[0]?.nodes.map(({ id }) => id) ?? []
    }
    const nodes = Array.from({ length: 20 }, (_, index) => node(`n${index}`))
    const given = (await idsOf(nodes)).map((id, index) => node(`m${index}`, { id }))
    expect(new Set(await idsOf([...nodes, ...given])).size).toBe(40)
  })

  test('shows copies: what a test does to them changes nothing', async () => {
    const emulator = await startEmulator()
    await importSpec(emulator, document([workflow('orders', { nodes: [node('a')] })]))
    const shown = emulator.projects[0]?.workflows[0]
    Reflect.deleteProperty(Object(at(shown, 'document', 'spec', 'workflows', 0)), 'nodes')
    Reflect.set(Object(shown), 'name', 'changed')
    expect(emulator.projects[0]?.workflows[0]?.name).toBe('orders')
    expect(at(emulator.projects[0]?.workflows[0]?.document, 'spec', 'workflows', 0, 'nodes')).toHaveLength(1)
    await emulator.stop()
  })

  test('takes a workflow of ten thousand nodes', async () => {
    const emulator = await startEmulator()
    const nodes = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`, { id: String(1_000_000 + index) }))
    const dependencies = nodes
      .slice(1)
      .map((_, index) => dependsOn(String(1_000_001 + index), String(1_000_000 + index)))
    const { status } = await importSpec(emulator, document([workflow('large', { nodes, dependencies })]))
    expect(status).toBe('Success')
    expect(emulator.projects[0]?.workflows[0]?.edges).toHaveLength(9_999)
    await emulator.stop()
  })
})

describe('options that cannot be', () => {
  test.each<[EmulatorOptions, string]>([
    [{ projects: [{ id: 'x', identifier: 'a' }] }, 'projects[0].id is x; write a positive integer in digits'],
    [{ projects: [{ id: 2 ** 60 * 8, identifier: 'a' }] }, 'projects[0].id is 9223372036854776000'],
    [{ projects: [{ id: 1, identifier: '' }] }, 'projects[0].identifier is empty'],
    [
      {
        projects: [
          { id: 1, identifier: 'a' },
          { id: '1', identifier: 'b' },
        ],
      },
      'projects[1] has the id 1 of another',
    ],
    [
      {
        projects: [
          { id: 1, identifier: 'a' },
          { id: 2n, identifier: 'a' },
        ],
      },
      'projects[1] has the identifier a of',
    ],
    [{ credentials: { accessKeyId: '', accessKeySecret: 's' } }, 'credentials.accessKeyId is empty'],
    [{ credentials: { accessKeyId: 'a', accessKeySecret: '' } }, 'credentials.accessKeySecret is empty'],
    [{ credentials: { accessKeyId: 'a', accessKeySecret: 's', securityToken: '' } }, 'credentials.securityToken is'],
    [{ port: 70_000 }, 'port is 70000; write an integer between 0 and 65535'],
    [{ jobDuration: { polls: -1 } }, 'jobDuration.polls is -1; write 0 or more'],
    [{ jobDuration: { milliseconds: Number.NaN } }, 'jobDuration.milliseconds is NaN'],
    [{ faults: [{ status: 99, code: 'A' }] }, 'faults[0].status is 99'],
    [
      {
        faults: [
          { status: 500, code: 'A' },
          { body: '', times: 0 },
        ],
      },
      'faults[1].times is 0',
    ],
    [{ faults: [{ delay: -1 }] }, 'faults[0].delay is -1'],
    [{ faults: [{ status: 500, code: 'A', headers: { 'x-a': 'b\nc' } }] }, 'faults[0].headers has one'],
    [{ faults: [{ body: '', headers: { 'x a': 'b' } }] }, 'faults[0].headers has one'],
  ])('%o', async (options, message) => {
    await expect(startEmulator(options)).rejects.toThrow(message)
  })

  test('are named all at once', async () => {
    const options = { port: -1, jobDuration: { polls: -1 }, projects: [{ id: 0, identifier: '' }] }
    await expect(startEmulator(options)).rejects.toThrow(
      /^The emulator cannot start:\nprojects\[0\]\.id .*\nprojects\[0\]\.identifier .*\nport .*\njobDuration.*$/,
    )
  })

  test('hold for a fault that is added later', async () => {
    const emulator = await startEmulator()
    const nothing: object = { action: 'GetProject' }
    expect(() => emulator.addFault(Object.assign(nothing, { delay: Number.NaN }))).toThrow('fault.delay is NaN')
    const never: Fault = { status: 500, code: 'A', times: -1 }
    expect(() => emulator.addFault(never)).toThrow('fault.times is -1')
    await emulator.stop()
  })
})
