import { isFlowSpecError, odpsSql, project, workflow } from 'flowspec'
import { graphOf, toDot } from 'flowspec/graph'
import { toHtml } from 'flowspec/preview'
import { simulate } from 'flowspec/simulate'
import { deriveDependencies, lineage } from 'flowspec/sql'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { lined, nextLine, shown } from '../support/lined.ts'

const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))

// After thousands of builders places are kept only when they are asked for, and other tests may have started as many.
vi.stubEnv('FLOWSPEC_TRACE', '1')
afterAll(() => vi.unstubAllEnvs())

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const [, before] = lined('two lines before that which throws')
function refused(message: string): never {
  throw new Error(message)
}
const atThrow = nextLine(nextLine(before))

const noOwner = (name: string): never => refused(`${name} has no owner`)
const shop = project('retail').environments({ dev: { a: 1 } })
const reports = () => noOwner('reports')
const retail = shop.add(orders, reports)

describe('a function that makes parts of a project and throws', () => {
  const told = {
    rule: 'project/failed-part',
    severity: 'error',
    message: "The function 'reports' of project 'retail' threw an error: reports has no owner.",
  }

  test('is told by the check with its place, and by no error', () => {
    const [found, ...others] = retail.check()
    expect(others).toEqual([])
    expect(found).toMatchObject({ ...told, environments: ['dev'], hint: expect.stringContaining('cause') })
    expect(found?.source && shown(found.source)).toBe(atThrow)
    expect(found?.calledFrom?.map(({ name }) => name)).toEqual(['refused', 'noOwner'])
    expect(retail.review().diagnostics).toEqual([found])
  })

  test.each<[string, () => unknown]>([
    ['build', () => retail.build({ environment: 'dev' })],
    ['toJSON', () => JSON.stringify(retail)],
    ['graphOf', () => graphOf(retail)],
    ['toDot', () => toDot(retail)],
    ['toHtml', () => toHtml(retail)],
    [
      'simulate',
      () => simulate({ build: () => retail.build({ environment: 'dev' }) }, { from: '2026-03-01', to: '2026-03-01' }),
    ],
    ['lineage', () => lineage(retail, { environment: 'dev' })],
    ['deriveDependencies', () => deriveDependencies(retail)],
  ])('%s says which and where', (_, call) => {
    const error = thrownBy(call)
    if (!isFlowSpecError(error)) throw error
    const [found] = error.diagnostics
    expect(found).toMatchObject({
      rule: told.rule,
      message: expect.stringContaining('threw an error: reports has no owner.'),
    })
    expect(found?.source && shown(found.source)).toBe(atThrow)
    expect(error.cause).toEqual(new Error('reports has no owner'))
  })

  test('is told beside all others that throw, and without what is missing for it', () => {
    const late = workflow('late').cron('every day')
    const several = shop.add(
      late,
      () => noOwner('a'),
      () => [noOwner('b')],
    )
    expect(several.check().map(({ message }) => message)).toEqual([
      "The function that is part 2 of project 'retail' threw an error: a has no owner.",
      "The function that is part 3 of project 'retail' threw an error: b has no owner.",
    ])
  })

  test('leads to where it was added, where what it throws is no error', () => {
    for (const [value, said] of [
      ['x', '"x".'],
      [null, 'null.'],
      [undefined, 'undefined.'],
      [{ code: 7 }, 'an object.'],
      [{ message: 'as an error says it' }, 'as an error says it.'],
      [Object.assign(new Error('lost'), { stack: undefined }), 'lost.'],
      [new Proxy({}, { get: () => noOwner('it') }), 'an object.'],
    ] as const) {
      const throwing = (): never => {
        throw value
      }
      const [made, at] = lined(shop.add(throwing))
      const [found] = made.check()
      expect(found?.message).toBe(`The function 'throwing' of project 'retail' threw an error: ${said}`)
      expect(found?.source && shown(found.source)).toBe(at)
    }
  })

  test('says what several errors say that are thrown as one', () => {
    const made = shop.add(() => {
      throw Object.assign(new AggregateError([new Error('first'), 'second', {}], 'all'), { message: '' })
    })
    expect(made.check()[0]?.message).toMatch(/threw an error: 3 errors: first; "second"; an object\.$/)
  })

  test('keeps what was wrong in a builder, with the place in the function', () => {
    const [made, at] = lined(shop.add(() => workflow('w').cron(JSON.parse('1'))))
    const [found] = made.check()
    expect(found).toMatchObject({ rule: 'builder/argument' })
    expect(found?.source && shown(found.source)).toBe(at)
  })

  test('and one that is not there in a promise ends no process', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): unknown => unhandled.push(reason)
    process.on('unhandledRejection', note)
    // As a program in JavaScript gives it, which no compiler has seen.
    const later = Object.assign(() => orders, {})
    const found = shop.add(new Proxy(later, { apply: async () => noOwner('later') })).check()
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.off('unhandledRejection', note)
    expect(found[0]?.message).toContain('was given a promise')
    expect(unhandled).toEqual([])
  })
})
