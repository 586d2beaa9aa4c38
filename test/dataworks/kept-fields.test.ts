import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textIn } from '../../src/dataworks/operations/answer.ts'
import { named, record, result } from '../../src/dataworks/operations/result.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { operationTables } from './support/operation-tables.ts'
import { clientOf } from './support/test-client.ts'

type Shape = string | readonly Shape[] | { readonly [field: string]: Shape }

const samples: Readonly<Record<string, unknown>> = { number: 7, boolean: true, 'number[]': [7] }

/** An answer with every field of its documented shape; `extra` adds to each object in it. */
function sampleOf(shape: Shape, text: string, extra: () => object = () => ({})): unknown {
  if (typeof shape === 'string') return shape === 'string' ? text : (samples[shape] ?? extra())
  if (Array.isArray(shape)) return shape.map((item: Shape) => sampleOf(item, text, extra))
  // Of a document only the beginning and the end are looked at.
  const fieldOf = (name: string, field: Shape) =>
    name === 'Spec' && field === 'string' ? '{}' : sampleOf(field, text, extra)
  const fields = Object.entries(shape).map(([name, field]) => [name === '*' ? '5' : name, fieldOf(name, field)])
  const isMap = '*' in shape
  return { ...Object.fromEntries(fields), ...(isMap ? {} : extra()) }
}

/** The places of a result where a value is of some kind. */
function placesOf(value: unknown, isFound: (name: string, value: unknown) => boolean, place = '$'): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, field]) =>
    isFound(name, field) ? [`${place}.${name}`] : placesOf(field, isFound, `${place}.${name}`),
  )
}

/** What the answers of the old Data Studio say of the call, all but a few. */
const envelope = new Set(['success', 'httpStatusCode', 'errorCode', 'errorMessage'])

/** What an operation does not have that shares its items with another. */
const ofAnother = new Map([['2024-05-18/ListNodeDependencies', ['$.items.0.runtimeResource.resourceGroup']]])

const tables = await operationTables()

// The answers as the official clients of both versions describe them, in the folder of references.
describe.skipIf(sharedFolder === undefined)('the documented answer of', () => {
  const reference: Readonly<Record<string, { response: Shape }>> =
    sharedFolder === undefined ? {} : JSON.parse(readFileSync(sharedFile('reference/openapi-operations.json'), 'utf8'))
  const names = tables.map(({ version, action, read }) => [`${version}/${action}`, read] as const)

  test.each(names)('%s is read whole, by names that it has', (name, read) => {
    // Some texts are numbers, and some are true or false.
    const [numbers, flags] = ['7', 'true'].map((text) => read(Object(sampleOf(reference[name]?.response ?? '', text))))
    expect(placesOf(numbers, (field) => field === 'more')).toEqual([])
    const unread = (answer: unknown) => placesOf(answer, (field, value) => value === undefined && !envelope.has(field))
    const never = unread(numbers).filter((place) => unread(flags).includes(place))
    expect(never).toEqual(ofAnother.get(name) ?? [])
  })

  test.each(names)('%s may have more than is known, wherever, and it is kept', (name, read) => {
    let count = 0
    const markers: string[] = []
    const extra = () => {
      count += 1
      markers.push(`marker-${count}`)
      return { [`New${count}`]: `marker-${count}` }
    }
    const answer = JSON.stringify(read(Object(sampleOf(reference[name]?.response ?? '', '7', extra))))
    expect(markers.filter((marker) => !answer.includes(`"${marker}"`))).toEqual([])
  })
})

describe('fields that are not known', () => {
  test('stand in `more` where they stood in the answer, and nowhere when there are none', () => {
    const read = result({ name: textIn, script: record({ path: textIn, command: named('Command', textIn) }) })
    expect(read({ Name: 'a', Script: { Path: 'p', Command: 'c' }, RequestId: 'R' })).toEqual({
      name: 'a',
      script: { path: 'p', command: 'c' },
    })
    expect(read({ Name: 'a', Later: [1], Script: { Path: 'p', Cu: '0.25' } })).toEqual({
      name: 'a',
      script: { path: 'p', command: undefined },
      more: { Later: [1], Script: { Cu: '0.25' } },
    })
  })

  test('come with an item of a list and with its page, numbers of 19 digits as text', async () => {
    const body =
      '{"PagingInfo":{"Nodes":[{"Id":"1","Name":"a","Late":9223372036854775807}],"TotalCount":"1","Next":"t"}}'
    const { client } = await clientOf([{ body }])
    const page = await client.listNodes({ projectId: 1 })
    expect(page.more).toEqual({ PagingInfo: { Next: 't' } })
    expect(page.items[0]?.more).toEqual({ Late: '9223372036854775807' })
  })

  test('may have names that objects have by themselves', () => {
    const read = result({ name: textIn })
    const answer: unknown = JSON.parse('{"Name":"a","__proto__":{"x":1},"constructor":2}')
    expect(JSON.stringify(read(Object(answer)))).toBe('{"name":"a","more":{"__proto__":{"x":1},"constructor":2}}')
  })
})
