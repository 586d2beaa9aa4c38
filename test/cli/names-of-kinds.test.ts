import { manualWorkflow, odpsSql, readSpec, virtual, workflow, writeJson } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { Indexes } from '../../src/cli/sources/indexes.ts'
import { namesOfKinds } from '../../src/cli/sources/names-of-kinds.ts'
import type { Source } from '../../src/cli/sources/source.ts'

const daily = (name: string) =>
  workflow(name)
    .cron('00 02 00 * * ?')
    .nodes(odpsSql(`${name}_load`).code('select 1'))
const byHand = (name: string) => manualWorkflow(name).nodes(virtual('start'))

/** Documents as they are read of files. */
function read(...builders: readonly { build(): object }[]): readonly Source[] {
  return builders.map((one, at) => ({
    kind: 'document',
    uri: `${at}.json`,
    document: readSpec(writeJson(readSpec({ ...one.build() }))),
  }))
}

/** How many of the documents were indexed. */
function indexedOf(sources: readonly Source[]): number {
  const indexes = new Indexes()
  namesOfKinds(sources, indexes)
  const documents = sources.flatMap((source) => (source.kind === 'document' ? [source.document] : []))
  return documents.filter((document) => indexes.take(document) !== undefined).length
}

describe('names of several kinds are looked for', () => {
  test.each<[string, readonly Source[], number]>([
    ['none of one kind', read(daily('a'), daily('b')), 0],
    ['none of documents without workflows', read(daily('a')), 0],
    ['each of two kinds', read(daily('a'), byHand('b')), 2],
    ['each of two kinds, of which one is a builder', [...read(daily('a')), builder(byHand('a'))], 1],
    ['none of one kind, of which one is a builder', [...read(daily('a')), builder(daily('a'))], 0],
  ])('with an index of %s', (_, sources, count) => {
    expect(indexedOf(sources)).toBe(count)
  })

  test('and an index is given away once', () => {
    const [source] = read(daily('a'))
    if (source?.kind !== 'document') throw new Error('no document')
    const indexes = new Indexes()
    const index = indexes.indexOf(source.document)
    expect(indexes.indexOf(source.document)).toBe(index)
    expect(indexes.take(source.document)).toBe(index)
    expect(indexes.take(source.document)).toBe(undefined)
  })
})

function builder(given: ReturnType<typeof byHand> | ReturnType<typeof daily>): Source {
  return {
    kind: 'builder',
    uri: 'orders.ts',
    builder: { build: () => given.build(), check: () => given.check(), toJSON: () => given.toJSON() },
  }
}
