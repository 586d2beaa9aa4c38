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

const page = (from: number, to: number, total: unknown): Reply => ({
  body: { PagingInfo: { Nodes: items(250).slice(from, to), TotalCount: total } },
})
const unavailable: Reply = {
  body: { Code: 'ServiceUnavailable', Message: 'The request has failed due to a temporary failure.', RequestId: 'R' },
}

// Answers that would end a list in silence, after a first page of 100 of 250.
const shortened: readonly [string, Reply, string][] = [
  ['an empty page', page(250, 250, 250), 'ShortList'],
  ['an empty page, its total as text', page(250, 250, '250'), 'ShortList'],
  ['the same page again', page(0, 100, 250), 'ShortList'],
  ['no PagingInfo', { body: { RequestId: 'R' } }, 'UnreadableAnswer'],
  ['PagingInfo that is a list', { body: { PagingInfo: [], RequestId: 'R' } }, 'UnreadableAnswer'],
  ['no list', { body: { PagingInfo: { PageNumber: 2, PageSize: 100, TotalCount: 250 } } }, 'UnreadableAnswer'],
  ['a list that is none', { body: { PagingInfo: { Nodes: {}, TotalCount: 250 } } }, 'UnreadableAnswer'],
  ['a list with null in it', { body: { PagingInfo: { Nodes: [null, null], TotalCount: 250 } } }, 'UnreadableAnswer'],
  ['a node without an id', { body: { PagingInfo: { Nodes: [{ Name: 'n' }], TotalCount: 250 } } }, 'UnreadableAnswer'],
  ['neither list nor total', { body: { PagingInfo: {} } }, 'UnreadableAnswer'],
  ['ServiceUnavailable in a 200', unavailable, 'ServiceUnavailable'],
  ['HTML in a 200', { body: '<html>' }, 'UnreadableAnswer'],
  ['an empty 200', { body: '' }, 'UnreadableAnswer'],
  ['half a page', { body: JSON.stringify({ PagingInfo: { Nodes: items(3) } }).slice(0, 60) }, 'UnreadableAnswer'],
]

describe('a page that is not one', () => {
  test.each(shortened)('%s: is asked for again', async (_, reply) => {
    const whole = pageOf(items(250), 'Nodes', '250')
    const { client } = await clientOf([whole, reply, whole])
    const found = await collect(client.eachNode({ projectId: 1 }))
    expect(found.map(({ id }) => id)).toEqual(items(250).map(({ Id }) => Id))
  })

  test.each(shortened)('%s: never ends the list in silence', async (_, reply, code) => {
    const { client } = await clientOf([page(0, 100, 250), reply], { retry: { attempts: 2 } })
    await expect(collect(client.eachNode({ projectId: 1 }))).rejects.toMatchObject({
      kind: 'unreadable-answer',
      code,
      action: 'ListNodes',
      retryable: true,
      ambiguous: false,
    })
  })

  test.each(shortened.slice(3))('%s: is no page of a single call either', async (_, reply) => {
    const { client, server } = await clientOf([reply], { retry: { attempts: 3 } })
    await expect(client.listNodes({ projectId: 1 })).rejects.toMatchObject({ kind: 'unreadable-answer' })
    expect(server.requests).toHaveLength(3)
  })

  test('an empty list may leave its items out', async () => {
    const { client } = await clientOf([{ body: { PagingInfo: { TotalCount: '0' } } }])
    expect(await collect(client.eachNode({ projectId: 1 }))).toEqual([])
  })
})

test('a list that grows while it is read is read again, and each item given once', async () => {
  const { client } = await clientOf([page(0, 100, 150), page(99, 151, 151), page(0, 100, 151), page(100, 151, 151)])
  expect(await collect(client.eachNode({ projectId: 1 }))).toHaveLength(151)
})

test('a list that loses an item while it is read, and with it one from the next page, is read again', async () => {
  // The first node goes: what was the first of page two is the last of page one, and on no page that was read.
  const { client } = await clientOf([page(0, 100, 150), page(101, 150, 149), page(1, 101, 149), page(101, 150, 149)])
  const found = await collect(client.eachNode({ projectId: 1 }))
  expect(found.map(({ id }) => id)).toContain('100')
})
