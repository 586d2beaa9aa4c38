import { CronExpressionParser } from 'cron-parser'
import { parseCron, runs } from 'flowspec/schedule'
import type { Figure } from './figure.ts'
import { measure, median } from './measure.ts'

/** What the console writes: by minute, hour, day, week, month and year. */
const crons = [
  '00 */5 00-23 * * ?',
  '00 */30 08-17 * * ?',
  '00 00/10 * * * ?',
  '00 05 00-23/1 * * ?',
  '00 00 */6 * * ?',
  '00 00 1,5,9 * * ?',
  '00 02 00 * * ?',
  '00 30 02 * * ?',
  '00 00 03 * * ?',
  '00 45 23 * * ?',
  '00 05 00 ? * 2,5',
  '00 00 03 ? * 1',
  '00 30 09 ? * 1-5',
  '00 00 01 ? * 6,7',
  '00 20 00 1 * ?',
  '00 00 02 1,15 * ?',
  '00 00 02 28 * ?',
  '00 10 00 1 1-12/3 ?',
  '00 00 02 1 1,4,7,10 ?',
  '00 00 02 15 6 ?',
]
const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/London', 'Australia/Sydney']

const previewLength = 5
const previewCount = 10_000

/** cron-parser takes so long that it makes one preview of this many of ours. */
const share = 50

interface Preview {
  readonly cron: string
  readonly timezone: string
  readonly from: number
}

/** Previews that each begin at another time, some hours and odd seconds apart over about ten years. */
function previews(count: number, stride: number): Preview[] {
  const first = Date.UTC(2024, 0, 1)
  return Array.from({ length: count }, (_, index) => {
    const at = index * stride
    const cron = crons[at % crons.length] ?? ''
    const timezone = zones[Math.floor(at / crons.length) % zones.length] ?? ''
    return { cron, timezone, from: first + at * 31_557_001 }
  })
}

function ours({ cron, timezone, from }: Preview): number {
  return [...runs({ cron, timezone }, { from, count: previewLength })].length
}

function theirs({ cron, timezone, from }: Preview): number {
  const search = CronExpressionParser.parse(cron, { tz: timezone, currentDate: new Date(from) })
  return search.take(previewLength).length
}

function total(preview: (one: Preview) => number, all: readonly Preview[]): number {
  const { ms, result } = measure(() => all.reduce((sum, one) => sum + preview(one), 0))
  if (result !== all.length * previewLength) throw new Error(`${result} runs instead of ${all.length * previewLength}`)
  return ms
}

/** Previews of schedules against the same previews by cron-parser. */
export function benchPreviews(): Figure[] {
  const all = previews(previewCount, 1)
  // A stride that shares no factor with the number of crons: each of them and each zone gets its share.
  const sample = previews(previewCount / share, share + 1)
  const rounds = Array.from({ length: 3 }, () => [total(ours, all), total(theirs, sample) * share] as const)
  const own = median(rounds.map(([ms]) => ms))
  const yardstick = median(rounds.map(([, ms]) => ms))
  const detail = `${own.toFixed(0)} ms / ${yardstick.toFixed(0)} ms, the latter ${sample.length} previews times ${share}`
  const name = 'warm: 10,000 previews of five runs / the same by cron-parser'
  return [{ name, value: own / yardstick, unit: '×', goal: 0.1, detail }]
}

const textCount = 100_000
const pieces = [...'0123456789*?,-/L#WH@ \t？', '00 ', ' * ', ' ? ', 'MON', 'jan', '*/5', '1-5']
const fields = [
  '00',
  '0',
  '*',
  '?',
  '*/5',
  '1,15',
  '8-17',
  '22-2',
  '00-23/1',
  'L',
  '1,L',
  '5L',
  '5#2',
  'MON-FRI',
  '60',
  'x',
]

/** Numbers from 0 to 1 that look random and are the same in every run. */
function randomNumbers(): () => number {
  let state = 1
  return () => {
    // A linear congruential generator with a multiplier that is common for 2^32.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Texts of random characters, and in equal number texts of six fields that are right one by one. */
function randomTexts(): string[] {
  const random = randomNumbers()
  const oneOf = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const characters = (): string => Array.from({ length: Math.floor(random() * 30) }, () => oneOf(pieces)).join('')
  const cronLike = (): string => ['00', ...Array.from({ length: 5 }, () => oneOf(fields))].join(' ')
  return Array.from({ length: textCount }, (_, index) => (index % 2 === 0 ? characters() : cronLike()))
}

/** Reading text of any kind as a cron: how long the slowest one in a hundred takes at least. */
export function benchTexts(): Figure[] {
  const texts = randomTexts()
  let read = 0
  const times = texts.map((text) => {
    const { ms, result } = measure(() => parseCron(text))
    if (result.ok) read++
    return ms
  })
  const slowest = times.sort((left, right) => right - left)[textCount / 100] ?? Number.NaN
  const detail = `${textCount} texts, ${read} of them crons; the slowest ${(times[0] ?? 0).toFixed(2)} ms`
  return [{ name: 'warm: parseCron of random text, 99th percentile', value: slowest, unit: 'ms', goal: 5, detail }]
}
