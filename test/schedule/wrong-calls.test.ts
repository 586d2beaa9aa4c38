import { daily, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { faultsOf, loose } from './refused-call.ts'

/** Names of functions and arguments are those that a caller looks for in the documentation. */
describe('a call with what it does not take', () => {
  const [run] = [...runs(daily('02:00'), { from: 0, count: 1 })]

  it.each<[name: string, given: readonly unknown[], said: RegExp]>([
    ['evaluateParameter', [5], /^ evaluateParameter\(\): expression is 5\. /],
    ['evaluateParameter', ['x', 5], /^ evaluateParameter\(\): context is 5\. /],
    ['evaluateParameter', ['x', { zone: 'UTC' }], /^ evaluateParameter\(\): context .*"zone"/],
    ['evaluateParameters', ['x', run], /^ evaluateParameters\(\): parameters is "x"\. /],
    ['evaluateParameters', [{}, 'x'], /^ evaluateParameters\(\): run is "x"\. /],
    ['evaluateParameters', [{}, run, 'x'], /^ evaluateParameters\(\): context is "x"\. /],
    ['printParameter', [['x']], /^ printParameter\(\): parts is /],
    ['printParameter', [[{}]], /^ printParameter\(\): parts is /],
    ['printParameter', [[{ kind: 5 }]], /^ printParameter\(\): parts is /],
    ['printParameter', ['x'], /^ printParameter\(\): parts is "x"\. /],
    ['renderCode', [5, {}], /^ renderCode\(\): code is 5\. /],
    ['renderCode', ['x', 5], /^ renderCode\(\): values is 5\. /],
    [
      'renderCode',
      ['x', {}, { style: 'perl' }],
      /^ renderCode\(\): options\.style is "perl"\. Give 'sql' or 'shell' or 'pyodps'\./,
    ],
    ['describeCron', ['00 02 00 * * ?', 'en'], /^ describeCron\(\): options is "en"\. /],
    ['hourly', [6], /^ hourly\(\): options is 6\. /],
    ['hourly', [{ evry: 6 }], /^ hourly\(\): options .*"evry"/],
  ])('is refused: %s of %j', (name, given, said) => {
    expect(faultsOf(() => loose(name)(...given))).toEqual([expect.stringMatching(said)])
  })

  it.each([
    ['from', 'startTime'],
    ['until', 'endTime'],
  ] as const)('is refused: %s of a number', (name, argument) => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(faultsOf(() => daily('02:00')[name](5))).toEqual([
      expect.stringMatching(`^ ${name}\\(\\): ${argument} is 5\\. `),
    ])
  })
})
