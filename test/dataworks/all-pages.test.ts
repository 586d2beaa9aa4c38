import { describe, expect, test } from 'vitest'
import type { ReceivedRequest, Reply } from './support/loopback-server.ts'
import { clientOf } from './support/test-client.ts'

interface Item {
  readonly Id: string
  readonly Name: string
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, at) => ({ Id: `${at}`, Name: `n${at}` }))

function pageOf(all: readonly Item[], field: string, total: unknown) {
  return (request: ReceivedRequest): Reply => {
    const query = new URL(request.url, 'http://x').searchParams
    const size = Number(query.get('PageSize'))
    const start = (Number(query.get('PageNumber')) - 1) * size
    return { body: { PagingInfo: { [field]: all.slice(start, start + size), TotalCount: total } } }
  }
}

async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of iterable) all.push(item)
  return all
}

describe('a walk over all pages', () => {
  test.each([0, 1, 99, 100, 101, 250])('gives each of %i nodes once, in as few calls as can be', async (count) => {
    const { client, server } = await clientOf([pageOf(items(count), 'Nodes', String(count))])
    const found = await collect(client.eachNode({ projectId: 1, containerId: '2' }))
    expect(found.map((node) => node.id)).toEqual(items(count).map((item) => item.Id))
    expect(server.requests).toHaveLength(Math.max(1, Math.ceil(count / 100)))
    expect(server.requests.every(({ url }) => url.includes('ContainerId=2'))).toBe(true)
  })

  test.each([undefined, 'many', ''])('does without a total: %j', async (total) => {
    const { client } = await clientOf([pageOf(items(150), 'WorkflowDefinitions', total)])
    expect(await collect(client.eachWorkflowDefinition({ projectId: 1 }))).toHaveLength(150)
  })

  test('ends when the service gives the same page for ever', async () => {
    const { client, server } = await clientOf([{ body: { PagingInfo: { Nodes: items(100), TotalCount: '1000' } } }])
    expect(await collect(client.eachNodeDependency({ id: '1', projectId: 1 }))).toHaveLength(100)
    expect(server.requests).toHaveLength(2)
  })

  test('stops asking when the reader stops', async () => {
    const { client, server } = await clientOf([pageOf(items(250), 'Nodes', '250')])
    for await (const node of client.eachNode({ projectId: 1 })) if (node.id === '5') break
    expect(server.requests).toHaveLength(1)
  })

  test('stops when it is aborted', async () => {
    const { client } = await clientOf([pageOf(items(250), 'Nodes', '250')])
    const abort = new AbortController()
    const walk = async () => {
      for await (const node of client.eachNode({ projectId: 1 }, { signal: abort.signal }))
        if (node.id === '5') abort.abort()
    }
    await expect(walk()).rejects.toMatchObject({ kind: 'aborted' })
  })
})
