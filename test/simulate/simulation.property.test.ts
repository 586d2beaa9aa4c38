import fc from 'fast-check'
import { type Instance, type SimulatedDocument, simulate, streamInstances } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { type NodeSketch, nodesDocument } from './nodes-document.ts'

const day = 86_400_000
const names = ['a', 'b', 'c', 'd', 'e']

const cron = fc.constantFrom(
  '00 00 02 * * ?',
  '00 30 02 * * ?',
  '00 30 01 ? * MON,SUN',
  '00 00 12 1,L * ?',
  '00 00 00-23/6 * * ?',
  '00 15 1,2,3,20 * * ?',
  '00 */30 00-03 * * ?',
  '00 30 02 1-3 3,10,11 ?',
)
const timezone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe')
/** Days about the clock changes of those zones in 2026, and some others. */
const date = fc
  .tuple(
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2026-06-30'),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([about, by]) => new Date(Date.parse(about) + by * day).toISOString().slice(0, 10))

/** A node that comes after some of the earlier ones. */
function sketch(place: number): fc.Arbitrary<NodeSketch> {
  const others = fc.subarray(names.slice(0, place), { maxLength: Math.min(2, place) })
  return fc.record({
    cron,
    timezone,
    after: others,
    previous: fc.subarray(names, { maxLength: 1 }),
    self: fc.boolean(),
    children: fc.boolean(),
    recurrence: fc.constantFrom('Normal', 'Normal', 'Normal', 'Skip', 'Pause'),
    instanceMode: fc.constantFrom('T+1', 'Immediately'),
  })
}

const nodes = fc
  .tuple(...names.map((_, place) => sketch(place)))
  .map((sketches) => Object.fromEntries(sketches.map((each, place) => [names[place] ?? '', each])))

const span = fc.tuple(date, fc.integer({ min: 0, max: 2 })).map(([from, days]) => ({
  from,
  to: new Date(Date.parse(from) + days * day).toISOString().slice(0, 10),
}))

const publishedAt = fc.option(
  date.chain((text) => fc.constantFrom(text, `${text} 12:00:00`, `${text} 22:30:00`, `${text} 23:45:00`)),
  { nil: undefined },
)

function instances(
  documents: SimulatedDocument | readonly SimulatedDocument[],
  options: Parameters<typeof simulate>[1],
): readonly Instance[] {
  return simulate(documents, options).instances
}

describe('any simulation', () => {
  it('refers to instances of the span by ids that are there, and says of the others that they are outside', () => {
    fc.assert(
      fc.property(nodes, span, publishedAt, (sketches, days, published) => {
        const given = simulate(nodesDocument(sketches), { ...days, publishedAt: published })
        for (const { upstream } of given.instances) {
          expect(new Set(upstream.map(({ id, type }) => `${id} ${type}`)).size).toBe(upstream.length)
          for (const { id, at, isInside } of upstream) expect(given.instance(id)?.at).toBe(isInside ? at : undefined)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('says of every instance what it is and why', () => {
    fc.assert(
      fc.property(nodes, span, publishedAt, (sketches, days, published) => {
        const given = simulate(nodesDocument(sketches), { ...days, publishedAt: published })
        let previous = Number.NEGATIVE_INFINITY
        for (const { at, wallClock, offset, dryRun, dryRunReason, state, because, upstream } of given.instances) {
          expect(Date.parse(at)).toBeGreaterThanOrEqual(previous)
          previous = Date.parse(at)
          expect(`${wallClock.replace(' ', 'T')}${offset}`).toBe(at)
          expect(wallClock >= days.from && wallClock.slice(0, 10) <= days.to).toBe(true)
          expect(dryRun).toBe(dryRunReason !== undefined)
          expect(because.length > 0).toBe(state === 'blocked')
          const ids = new Set(upstream.map(({ id }) => id))
          for (const id of because) expect(ids.has(id)).toBe(true)
          const waitsForBlocked = upstream.some(({ id }) =>
            ['paused', 'blocked'].includes(given.instance(id)?.state ?? ''),
          )
          if (waitsForBlocked && !dryRun) expect(['paused', 'skipped', 'blocked']).toContain(state)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is the same one instance after the other, in whatever parts it is worked out', () => {
    const parts = fc.constantFrom(40, 60, 150, 100_000)
    fc.assert(
      fc.property(nodes, span, publishedAt, parts, (sketches, days, published, maxInstances) => {
        const document = nodesDocument(sketches)
        const expected = instances(document, { ...days, publishedAt: published })
        const found = [...streamInstances(document, { ...days, publishedAt: published, maxInstances })]
        expect(found).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of documents and nodes, or on what else is simulated', () => {
    fc.assert(
      fc.property(nodes, span, publishedAt, (sketches, days, published) => {
        const options = { ...days, publishedAt: published }
        const expected = instances(nodesDocument(sketches), options)
        const entries = Object.entries(sketches)
        expect(instances(nodesDocument(Object.fromEntries([...entries].reverse())), options)).toEqual(expected)
        const other = nodesDocument({ other: { cron: '00 00 02 * * ?' } })
        const besides = instances([other, nodesDocument(sketches)], options)
        expect(besides.filter(({ name }) => name !== 'other')).toEqual(expected)
        const apart = entries.map(([name, each]) => nodesDocument({ [name]: each }))
        expect(instances(apart.reverse(), options)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same for a day alone and within a longer span, but for what is outside', () => {
    fc.assert(
      fc.property(nodes, date, publishedAt, (sketches, from, published) => {
        // Pauses spread from day to day, and only those of the days just before the span are known.
        const steady = Object.fromEntries(
          Object.entries(sketches).map(([name, each]) => [name, { ...each, recurrence: 'Normal' }]),
        )
        const alone = instances(nodesDocument(steady), { from, to: from, publishedAt: published })
        const before = new Date(Date.parse(from) - 3 * day).toISOString().slice(0, 10)
        const within = instances(nodesDocument(steady), { from: before, to: from, publishedAt: published })
        const inOne = ({ upstream, ...rest }: Instance): object => ({
          ...rest,
          upstream: upstream.map(({ id, type }) => [id, type]),
        })
        expect(within.filter(({ wallClock }) => wallClock.startsWith(from)).map(inOne)).toEqual(alone.map(inOne))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the machine', () => {
  it('does not matter: neither its zone nor its clock', () => {
    const document = nodesDocument({
      a: { cron: '00 30 02 * * ?', timezone: 'America/New_York', self: true },
      b: { cron: '00 00 00-23/6 * * ?', timezone: 'Europe/London', after: ['a'] },
    })
    const options = { from: '2026-03-07', to: '2026-03-09', publishedAt: '2026-03-07 11:00:00' }
    const zone = process.env['TZ']
    const expected = simulate(document, options).instances
    try {
      for (const other of ['Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu']) {
        process.env['TZ'] = other
        expect(simulate(document, options).instances).toEqual(expected)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
