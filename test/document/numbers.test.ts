import fc from 'fast-check'
import { checkSpec, convertSpec, exactNumber, fromSpec, odpsSql, readSpec, workflow, writeJson } from 'flowspec'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { diffSpecs } from '../../src/document/compare/spec-diff.ts'

const seed = 20_260_301

const digits = (least: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 25 }).map((all) => all.join(''))

/** Numbers as the grammar of JSON (RFC 8259) has them. */
const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      fc.constant('0'),
      fc.tuple(fc.integer({ min: 1, max: 9 }), digits(0)).map((parts) => parts.join('')),
    ),
    fc.oneof(
      fc.constant(''),
      digits(1).map((text) => `.${text}`),
    ),
    fc.oneof(
      fc.constant(''),
      fc
        .tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '-', '+'), fc.integer({ min: 0, max: 400 }))
        .map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''))

/** The numbers of a text as sign, digits and power of ten, which is what two texts of one number share. */
function plain(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d+)\.?(\d*)(?:[eE](.+))?$/.exec(text) ?? []
  const all = `${whole}${fraction}`.replace(/^0+/, '')
  const short = all.replace(/0+$/, '')
  if (short === '') return `${sign}0`
  return `${sign}${short}e${Number(power) - fraction.length + all.length - short.length}`
}

const numbersIn = (text: string): readonly string[] =>
  (/"numbers":\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '').split(',').map((one) => plain(one.trim()))

function documentText(numbers: readonly string[]): string {
  const script = '{"path":"w/n","runtime":{"command":"VIRTUAL"}}'
  const node = `{"id":"n","name":"n","script":${script},"metadata":{"numbers":[${numbers.join(',')}]}}`
  const own = '{"path":"w","runtime":{"command":"WORKFLOW"}}'
  const trigger = '{"type":"Manual"}'
  const flow = `{"id":"w","name":"w","script":${own},"trigger":${trigger},"nodes":[${node}],"dependencies":[]}`
  return `{"kind":"ManualWorkflow","version":"1.1.0","spec":{"workflows":[${flow}]}}`
}

const rebuilt = (text: string): object => JSON.parse(JSON.stringify(readSpec(text)))

/** Ways of a document, each of which gives it back as text. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'readSpec, writeJson': (text) => writeJson(readSpec(text)),
  'on one line': (text) => writeJson(readSpec(text), { indent: 0 }),
  'writeYaml, readYaml': (text) => writeJson(readYaml(writeYaml(readSpec(text)))),
  'readYaml of JSON': (text) => writeJson(readYaml(text)),
  'fromSpec, build': (text) => writeJson(fromSpec(readSpec(text)).build()),
  'fromSpec, toJSON': (text) => writeJson(Object(fromSpec(readSpec(text)).toJSON())),
  'a step of a node that was read': (text) => {
    const spec = fromSpec(readSpec(text))
    return writeJson(spec.with(spec.node('n').owner('1')).build())
  },
  '.extra': (text) => {
    const [node] = Object(readSpec(text)).spec.workflows[0].nodes
    return writeJson(
      workflow('w')
        .cron('00 02 00 * * ?')
        .nodes(odpsSql('n').code('x').extra({ metadata: node.metadata }))
        .build(),
    )
  },
  'convertSpec there and back': (text) => {
    const { documents } = convertSpec(readSpec(text), { version: '2.0.0' })
    return writeJson(Object(convertSpec(documents, { version: '1.1.0' }).documents[0]))
  },
}

describe('no number is rounded by', () => {
  test.each(Object.entries(ways))('%s', (_, way) => {
    const property = fc.property(fc.array(numberText, { minLength: 100, maxLength: 100 }), (numbers) => {
      expect(numbersIn(way(documentText(numbers)))).toEqual(numbers.map(plain))
    })
    // 10,000 numbers.
    fc.assert(property, { seed, numRuns: 100 })
  })
})

/** What a JavaScript number does not hold keeps the text itself; what it holds may be written in another way. */
describe('the text stays of', () => {
  const kept = [
    '12345678901234567890.5',
    '9007199254740993.0',
    '1e-400',
    '1e400',
    '-1E+400',
    '0.12345678901234567890',
    '-0',
    '-0.0',
    '9007199254740993',
    '-12345678901234567890123',
    '0.1',
    '5e-324',
    '1.7976931348623157e+308',
  ]
  test.each(kept)('%s', (text) => {
    const json = `{"numbers":[${text}]}`
    expect(writeJson(readSpec(json), { indent: 0 })).toBe(json)
    expect(writeJson(readYaml(writeYaml(readSpec(json))), { indent: 0 })).toBe(json)
    expect(writeJson(readYaml(`numbers: [${text}]`), { indent: 0 })).toBe(json)
    expect(writeJson({ numbers: [exactNumber(text)] }, { indent: 0 })).toBe(json)
  })

  test('numbers as YAML writes them, in the form of JSON', () => {
    const yaml =
      'a: +12345678901234567890.5\nb: .12345678901234567890\nc: 012345678901234567890.5\nd: 1.e400\ne: 0x1f\n'
    expect(writeJson(readYaml(yaml), { indent: 0 })).toBe(
      '{"a":12345678901234567890.5,"b":0.12345678901234567890,"c":12345678901234567890.5,"d":1e400,"e":31}',
    )
  })

  test('two values of one key', () => {
    expect(() => readSpec('{"a":1e400,"a":1e401}')).toThrow("Duplicate key 'a'")
  })
})

describe('a number that keeps its text', () => {
  const { ratio, same } = readSpec('{"ratio":0.12345678901234567890,"same":1.50}')

  test('is told by its text and by the nearest number', () => {
    expect([String(ratio), Number(ratio), same]).toEqual(['0.12345678901234567890', 0.12345678901234568, 1.5])
    expect(JSON.stringify({ ratio })).toBe('{"ratio":0.12345678901234568}')
    expect(Object.isFrozen(ratio)).toBe(true)
  })

  test.each(['', '01', '.5', '1.', '+1', '1e', 'NaN', '0x1', ' 1'])('cannot be made of %j', (text) => {
    expect(() => exactNumber(text)).toThrow('builder/argument')
  })

  test('differs from another one', () => {
    const withTimeout = (text: string) =>
      readSpec(documentText([]).replace('"metadata":', `"timeout":${text},"metadata":`))
    const changed = (left: string, right: string) => diffSpecs(withTimeout(left), withTimeout(right)).nodes.changed
    expect(changed('9007199254740993.0', '9007199254740993.0')).toEqual([])
    expect(changed('9007199254740993.0', '9007199254740995.0')).toHaveLength(1)
  })
})

/** Numbers beyond what JavaScript holds are numbers to every rule that reads one. */
describe('the check sees', () => {
  const strategy = (field: string, value: string) =>
    readSpec(documentText([]).replace('"metadata":', `${JSON.stringify(field)}:${value},"metadata":`))
  const found = (document: object) => checkSpec(document).map(({ rule, message }) => `${rule}: ${message}`)

  test.each([
    ['rerunTimes', '1e400', 'schema/range: rerunTimes is 1e400'],
    ['rerunTimes', '1.00000000000000000001', 'schema/type: rerunTimes is 1.00000000000000000001, but it takes a whole'],
    ['rerunTimes', '1e-400', 'schema/type: rerunTimes is 1e-400'],
    ['timeout', '9007199254740993.0', 'strategy/timeout-unit: timeout is 9007199254740993.0'],
    ['timeout', '9007199254740993', 'strategy/timeout-unit: timeout is 9007199254740993 '],
    ['maxInternalConcurrency', '123456789012345678901', 'strategy/concurrency: 123456789012345678901 instances'],
    ['owner', '1e400', 'schema/type: owner is 1e400, but it takes text.'],
    ['trigger', '1e400', 'schema/type: trigger is 1e400'],
  ])('%s: %s', (field, value, expected) => {
    expect(found(strategy(field, value)).filter((text) => text.startsWith(expected))).toHaveLength(1)
  })
})

test('a document that was written by the platform is read as it was', () => {
  const text = documentText(['1.5'])
  expect(rebuilt(text)).toEqual(JSON.parse(text))
})
