import { template } from 'flowspec/templates'
import { S } from 'fluent-json-schema'
import { describe, expect, test } from 'vitest'

describe('a fault of a parameter', () => {
  const all = template({
    name: 'all',
    parameters: S.object()
      .prop('word', S.string().enum(['daily', 'hourly']))
      .prop('text', S.string().minLength(2).maxLength(4).pattern('^[a-z]+$'))
      .prop('day', S.string().format('date'))
      .prop('number', S.number().exclusiveMinimum(0).exclusiveMaximum(10).multipleOf(0.5))
      .prop('list', S.array().items(S.string()).minItems(1).maxItems(3).uniqueItems(true))
      .prop('either', S.anyOf([S.string(), S.integer()]))
      .prop('mixed', S.mixed(['string', 'null']))
      .prop('fixed', S.const('x'))
      .prop('never', S.not(S.string()))
      .prop('password', S.string().writeOnly(true).minLength(8))
      .prop('deep/er', S.object().additionalProperties(false).prop('name', S.string().required())),
    build: (values) => values,
    formats: { date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) },
  })

  test.each<[rule: string, path: string, message: string, given: unknown]>([
    ['schema/enum', '/word', `Parameter 'word' is "dialy", but it takes one of "daily", "hourly".`, { word: 'dialy' }],
    ['schema/value', '/text', `Parameter 'text' is "a", but it takes at least 2 characters.`, { text: 'a' }],
    ['schema/value', '/text', `Parameter 'text' is "abcde", but it takes at most 4 characters.`, { text: 'abcde' }],
    ['schema/value', '/text', `Parameter 'text' is "A1", but it takes text that matches ^[a-z]+$.`, { text: 'A1' }],
    ['schema/value', '/day', `Parameter 'day' is "x", but it takes text of the format date.`, { day: 'x' }],
    ['schema/range', '/number', `Parameter 'number' is 0, but it takes more than 0.`, { number: 0 }],
    ['schema/range', '/number', `Parameter 'number' is 10, but it takes less than 10.`, { number: 10 }],
    ['schema/range', '/number', `Parameter 'number' is 0.7, but it takes multiples of 0.5.`, { number: 0.7 }],
    ['schema/value', '/list', `Parameter 'list' is a list, but it takes at least 1 items.`, { list: [] }],
    ['schema/value', '/list', `Parameter 'list' is a list, but its items 0 and 1 are equal.`, { list: ['a', 'a'] }],
    ['schema/type', '/list/1', `Parameter 'list/1' is 5, but it takes text.`, { list: ['a', 5] }],
    [
      'schema/value',
      '/either',
      `Parameter 'either' is true, but it takes text or a whole number: it must match a schema in anyOf.`,
      { either: true },
    ],
    ['schema/type', '/mixed', `Parameter 'mixed' is 5, but it takes text or null.`, { mixed: 5 }],
    ['schema/enum', '/fixed', `Parameter 'fixed' is "y", but it takes "x".`, { fixed: 'y' }],
    ['schema/value', '/never', `Parameter 'never' is "y", but it must NOT be valid.`, { never: 'y' }],
    [
      'schema/value',
      '/password',
      `Parameter 'password' cannot be taken, but it takes at least 8 characters.`,
      { password: 'secret' },
    ],
    [
      'schema/missing-field',
      '/deep~1er/name',
      `Parameter 'deep/er/name' is missing; it takes text.`,
      { 'deep/er': {} },
    ],
    [
      'schema/unknown-field',
      '/deep~1er/nam',
      `There is no parameter 'deep/er/nam'.`,
      { 'deep/er': { nam: 1, name: '' } },
    ],
    ['schema/unknown-field', '/x y', `There is no parameter 'x y'.`, { 'x y': 1 }],
    ['schema/unknown-field', '/__proto__', `There is no parameter '__proto__'.`, JSON.parse('{ "__proto__": {} }')],
    ['schema/type', '', 'The parameters of a template are an object; this is a list.', []],
    ['schema/type', '', 'The parameters of a template are an object; this is null.', null],
    [
      'document/not-json',
      '/text',
      `Parameter 'text' is of the type function, which JSON does not have.`,
      { text: () => 1 },
    ],
    ['document/not-json', '/text', `Parameter 'text' is of the type bigint, which JSON does not have.`, { text: 1n }],
    [
      'document/not-json',
      '/day',
      `Parameter 'day' is an object of a class, which JSON does not have.`,
      { day: new Date(0) },
    ],
    ['document/not-json', '/number', `Parameter 'number' is NaN, which is no number in JSON.`, { number: Number.NaN }],
    [
      'document/not-json',
      '/list/0',
      `Parameter 'list/0' is of the type undefined, which JSON does not have.`,
      { list: [undefined] },
    ],
  ])('%s at %j: %s', (rule, path, message, given) => {
    expect(all.check(given).map((fault) => [fault.rule, fault.path, fault.message])).toEqual([[rule, path, message]])
  })

  test('of parameters that contain themselves are one, and no crash', () => {
    const circle: Record<string, unknown> = {}
    circle['list'] = [circle]
    expect(all.check(circle).map(({ rule }) => rule)).toEqual(['document/not-json'])
  })

  test('take time in proportion to them', () => {
    const row = S.object()
      .prop('a', S.anyOf([S.string(), S.integer()]))
      .prop('b', S.string().required())
    const { check } = template({ name: 'l', parameters: S.object().prop('list', S.array().items(row)), build: () => 1 })
    const time = (length: number): number => {
      const started = performance.now()
      expect(check({ list: Array.from({ length }, () => ({ a: true, c: 1 })) })).toHaveLength(3 * length)
      return performance.now() - started
    }
    const [small = 1, large = 1] = [2000, 8000].map((length) => Math.min(time(length), time(length), time(length)))
    expect(large / small).toBeLessThan(16)
  })
})
