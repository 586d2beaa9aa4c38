import { createClient, type DataWorksClient } from 'flowspec/dataworks'
import { type Emulator, type Fault, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'

let emulator: Emulator
let client: DataWorksClient
let id = ''
beforeEach(async () => {
  emulator = await startEmulator()
  client = createClient({ endpoint: emulator.url, credentials: emulator.credentials, retry: { baseDelay: 1 } })
  const script = { path: 'load', runtime: { command: 'VIRTUAL' } }
  const spec = JSON.stringify({ version: '2.0.0', kind: 'Node', spec: { nodes: [{ name: 'load', script }] } })
  ;({ id } = await client.createNode({ projectId: 10000, scene: 'DATAWORKS_PROJECT', spec }))
})
afterEach(() => emulator.stop())

const lost = (action: string): Fault => ({ action, reset: true, when: 'after' })

describe('a change whose answer is lost', () => {
  test('is made again where that changes nothing: a rename', async () => {
    emulator.addFault(lost('RenameNode'))
    expect(await client.renameNode({ projectId: 10000, id, name: 'fetch' })).toMatchObject({ success: true })
    expect(emulator.projects[0]?.nodes).toMatchObject([{ name: 'fetch' }])
  })

  test('is done when a repeated delete finds nothing any more', async () => {
    emulator.addFault(lost('DeleteNode'))
    expect(await client.deleteNode({ projectId: 10000, id })).toMatchObject({ success: true })
    expect(emulator.requests.filter(({ action }) => action === 'DeleteNode')).toHaveLength(2)
  })

  test('is refused by a delete of what never was there', async () => {
    expect(await caught(client.deleteNode({ projectId: 10000, id: '5' }))).toMatchObject({ kind: 'not-found' })
  })

  test('stays open when the repeated delete finds no such workspace', async () => {
    emulator.addFault({ action: 'DeleteNode', reset: true })
    emulator.addFault({ action: 'DeleteNode', status: 400, code: '1101080008' })
    const error = await caught(client.deleteNode({ projectId: 10000, id }))
    expect(error).toMatchObject({ kind: 'not-found', ambiguous: true })
  })

  test('is not made again where it makes something more: a create', async () => {
    emulator.addFault(lost('CreateNode'))
    const spec =
      '{"version":"2.0.0","kind":"Node","spec":{"nodes":[{"name":"b","script":{"path":"b","runtime":{"command":"VIRTUAL"}}}]}}'
    const error = await caught(client.createNode({ projectId: 10000, scene: 'DATAWORKS_PROJECT', spec }))
    expect(error).toMatchObject({ ambiguous: true, retryable: false })
    expect(emulator.requests.filter(({ action }) => action === 'CreateNode')).toHaveLength(2)
  })
})
