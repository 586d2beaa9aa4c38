import { groupsOf } from '../../document/index/first-by-key.ts'
import type { PageData, PageItem, PageRun } from '../page-data.ts'
import { button, element } from './dom.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What states are called, and their marks: each has a sign, so that nobody needs to tell colours apart. */
export const states: Readonly<Record<PageRun['state'], { readonly word: string; readonly sign: string }>> = {
  runs: { word: 'runs', sign: '●' },
  'dry-run': { word: 'dry run', sign: '○' },
  skipped: { word: 'skipped', sign: '◇' },
  paused: { word: 'paused', sign: '■' },
  blocked: { word: 'blocked', sign: '✕' },
  unknown: { word: 'decided at run time', sign: '▲' },
}

/** Why an instance is a dry run, in words. */
export const reasonWords: ReadonlyMap<string, string> = new Map([
  ['clock-change', 'the clock skips its time'],
  ['other-day', 'not a day of the cron'],
  ['published-later', 'published too late for it'],
])

function dateOf({ times }: PageData, run: PageRun | undefined): string {
  return times[run?.time ?? -1]?.wallClock.slice(0, 10) ?? ''
}

/** The runs of each day, by their places in the list. */
function runsByDay(data: PageData, runs: readonly PageRun[]): ReadonlyMap<string, readonly number[]> {
  return groupsOf(runs.keys(), (at) => dateOf(data, runs[at]))
}

function signedHours(minutes: number): string {
  return `${minutes < 0 ? '−' : '+'}${Math.round(Math.abs(minutes) / 6) / 10}h`
}

function clockText(minutes: number): string {
  return `the clock changes by ${signedHours(minutes)}`
}

/** What a calendar needs to know and do. */
interface CalendarSettings {
  readonly data: PageData
  readonly item: PageItem
  readonly runs: readonly PageRun[]
  readonly chosen: number
  readonly choose: (run: number) => void
}

/** The state of a day is that of its runs that most needs a look. */
const byWeight: readonly PageRun['state'][] = ['paused', 'blocked', 'unknown', 'dry-run', 'skipped', 'runs']

class Calendar {
  readonly #settings: CalendarSettings
  readonly #days: ReadonlyMap<string, readonly number[]>
  readonly #clocks: ReadonlyMap<string, number>
  readonly #chosenDate: string

  constructor(settings: CalendarSettings) {
    const { data, item, runs, chosen } = settings
    this.#settings = settings
    this.#days = runsByDay(data, runs)
    const changes = data.clockChanges.filter(({ timezone }) => timezone === item.timezone)
    this.#clocks = new Map(changes.map(({ date, minutes }) => [date, minutes]))
    this.#chosenDate = dateOf(data, runs[chosen])
  }

  month(year: number, month: number): HTMLElement {
    const head = weekdays.map((day) => element('th', { scope: 'col' }, day))
    const first = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    const cells = Array.from({ length: first }, () => element('td', {}))
    for (let day = 1; day <= count; day++)
      cells.push(this.#day(new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)))
    const rows: HTMLElement[] = []
    for (let at = 0; at < cells.length; at += 7) rows.push(element('tr', {}, ...cells.slice(at, at + 7)))
    const caption = element('caption', {}, `${months[month]} ${year}`)
    return element(
      'table',
      { class: 'calendar' },
      caption,
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    )
  }

  #day(date: string): HTMLTableCellElement {
    const { runs: all, choose } = this.#settings
    const [runs, minutes] = [this.#days.get(date) ?? [], this.#clocks.get(date)]
    const number = String(Number(date.slice(8)))
    const clock = minutes === undefined ? [] : [element('span', { class: 'clock' }, ` ${signedHours(minutes)}`)]
    const [first] = runs
    if (first === undefined) return element('td', {}, element('span', { class: 'day' }, number, ...clock))
    const found = new Set(runs.map((at) => all[at]?.state ?? 'runs'))
    const state = byWeight.find((one) => found.has(one)) ?? 'runs'
    const { word, sign } = states[state]
    const words = [
      `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`,
      word,
      minutes === undefined ? '' : clockText(minutes),
    ]
    const said = `, ${date}: ${words.filter((part) => part !== '').join(', ')}`
    const pressed = String(date === this.#chosenDate)
    const made = button('', { class: `day is-${state}`, 'aria-pressed': pressed, title: said.slice(2) }, () =>
      choose(first),
    )
    const count = runs.length > 1 ? ` ${runs.length}` : ''
    made.append(
      element('span', {}, number, ...clock),
      element('span', { class: 'sign', 'aria-hidden': 'true' }, sign, count),
      element('span', { class: 'hidden' }, said),
    )
    return element('td', {}, made)
  }

  /** The runs of the chosen day, where it has several. */
  times(): HTMLElement | undefined {
    const { data, runs: all, chosen, choose } = this.#settings
    const runs = this.#days.get(this.#chosenDate) ?? []
    if (runs.length < 2) return undefined
    const buttons = runs.map((at) => {
      const run = all[at]
      const time = run === undefined ? '' : (data.times[run.time]?.wallClock.slice(11, 16) ?? '')
      const { sign, word } = states[run?.state ?? 'runs']
      return element(
        'li',
        {},
        button(`${sign} ${time}`, { 'aria-pressed': String(at === chosen), title: word }, () => choose(at)),
      )
    })
    return element('ul', { class: 'times', 'aria-label': `Runs on ${this.#chosenDate}` }, ...buttons)
  }
}

/** The runs of something, by day, in as many months as the span has. */
export function calendarView(settings: CalendarSettings): HTMLElement {
  const calendar = new Calendar(settings)
  const { from, to } = settings.data
  const made = element('div', { class: 'months' })
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  for (let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1; at <= last; at++)
    made.append(calendar.month(Math.floor(at / 12), at % 12))
  const times = calendar.times()
  return element('div', {}, made, ...(times === undefined ? [] : [times]))
}
