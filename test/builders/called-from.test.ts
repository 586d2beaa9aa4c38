import { type AnyNode, type Diagnostic, formatDiagnostics, odpsSql, virtual, workflow } from 'flowspec'
import { toSarif } from 'flowspec/rules'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lined, nextLine, shown } from './support/lined.ts'

// After ten thousand builders places are kept only when they are asked for, and other tests may have started as many.
const ask = () => vi.stubEnv('FLOWSPEC_TRACE', '1')
ask()

const inOrders = (part: AnyNode): readonly Diagnostic[] =>
  workflow('orders').cron('00 02 00 * * ?').nodeList([part]).check({ trace: true })

beforeEach(ask)
afterEach(() => vi.unstubAllEnvs())

describe('a builder that a function starts leads to the calls of that function', () => {
  const [, atHigh] = lined('the line before that of the next function')
  const high = (name: string) => odpsSql(name).strategy({ priority: 9 })
  const daily = (name: string) => high(`daily_${name}`)
  const each = (names: readonly string[]) => names.map((name) => odpsSql(name).strategy({ priority: 9 }))
  class Team {
    static readonly load = (name: string) => high(name)
    hourly(name: string) {
      return high(name)
    }
  }
  const passed = (make: () => AnyNode) => make()
  const nested = () => passed(() => passed(() => high('a')))
  const [, atDeeper] = lined('the line before that in which the next function calls itself')
  const deep = (left: number): AnyNode => (left === 0 ? odpsSql('a').strategy({ priority: 9 }) : deep(left - 1))
  const branches = (left: number): readonly AnyNode[] =>
    left === 0 ? [odpsSql('a').strategy({ priority: 9 })] : [left - 1].flatMap(branches)
  async function later(name: string) {
    await Promise.resolve()
    return high(name)
  }

  const [one, atOne] = lined(high('a'))
  const [inner, atInner] = lined(daily('a'))
  const [listed, atListed] = lined(each(['a']))
  const [mapped, atMapped] = lined(['a'].map(high))
  const [method, atMethod] = lined(new Team().hourly('a'))
  const [kept, atKept] = lined(Team.load('a'))
  const [given, atGiven] = lined(passed(() => odpsSql('a').strategy({ priority: 9 })))
  const [inArrows, atInArrows] = lined(nested())
  const [atOnce] = lined((() => odpsSql('a').strategy({ priority: 9 }))())
  const [looped, atLooped] = lined(passed(() => ['a'].map((name) => high(name))[0] ?? virtual('none')))
  const [evaluated, atEvaluated] = lined(new Function('make', 'return make("a")')(high))
  const [many] = lined([1].map(() => odpsSql('a').strategy({ priority: 9 })))

  const [recursive, atRecursive] = lined(deep(12))
  const [spread, atSpread] = lined(branches(12))

  test.each<readonly [title: string, made: AnyNode | undefined, calls: readonly (readonly [string, string])[]]>([
    ['called once', one, [['high', atOne]]],
    [
      'called by another one',
      inner,
      [
        ['high', expect.any(String)],
        ['daily', atInner],
      ],
    ],
    ['called in a loop of another one', listed[0], [['each', atListed]]],
    ['passed on', mapped[0], [['high', atMapped]]],
    ['called by a text that is run as code', evaluated, [['high', atEvaluated]]],
    [
      'called by a method',
      method,
      [
        ['high', expect.any(String)],
        ['Team.hourly', atMethod],
      ],
    ],
    [
      'called by a function that a class keeps',
      kept,
      [
        ['high', expect.any(String)],
        [expect.stringMatching(/load$/), atKept],
      ],
    ],
    [
      'that calls itself, each call once',
      recursive,
      [
        ['deep', nextLine(atDeeper)],
        ['deep', atRecursive],
      ],
    ],
    [
      'that calls itself by one of the engine',
      spread[0],
      [
        ['branches', expect.any(String)],
        ['branches', atSpread],
      ],
    ],
    ['without a name, which another one of the file calls', given, [['passed', atGiven]]],
    ['without a name, called where it stands', atOnce, []],
    [
      'called by functions without names',
      inArrows,
      [
        ['high', expect.any(String)],
        ['passed', expect.any(String)],
        ['passed', expect.any(String)],
        ['nested', atInArrows],
      ],
    ],
    [
      'called by one without a name that the engine calls in another one',
      looped,
      [
        ['high', atLooped],
        ['passed', atLooped],
      ],
    ],
    ['without a name, which the engine calls', many[0], []],
  ])('%s', (_, made, calls) => {
    const [found] = inOrders(made ?? virtual('none'))
    if (found === undefined) throw new Error('nothing was found')
    expect(found.calledFrom?.map((call) => [call.name, shown(call)]) ?? []).toEqual(calls)
    if (calls[0]?.[0] === 'high') expect(found.source && shown(found.source)).toBe(nextLine(atHigh))
  })

  test('after it waited for something', async () => {
    const [found] = inOrders(await later('a'))
    expect(found?.calledFrom?.map(({ name }) => name)).toEqual(['high', 'later'])
  })

  test('which errors and reports say, too', () => {
    const [place, column] = [atOne, expect.any(Number)]
    const found = inOrders(one)
    expect(formatDiagnostics(found).replaceAll('\\', '/')).toContain(`, by high, called at ${place}:`)
    expect(toSarif(found).runs[0]?.results[0]?.relatedLocations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'test/builders/called-from.test.ts' },
          region: { startLine: Number(place.split(':')[1]), startColumn: column },
        },
        message: { text: 'calls high' },
      },
    ])
  })
})
