import { unpackRun } from '../packed-run.ts'
import type { PageChange, PageData, PageItem, PageProblem, PageRun } from '../page-data.ts'
import { calendarView, reasonWords, states } from './calendar.ts'
import { codeView, diffView } from './code-view.ts'
import { button, element, section } from './dom.ts'
import { type Go, nodeTables } from './table-details.ts'
import { placeWords, shownName, type Things } from './things.ts'

/** What the details know and can do. */
export interface DetailsSettings {
  readonly data: PageData
  readonly things: Things
  readonly go: Go
}

/** Problems as a list, the gravest first. */
export function problemList(problems: readonly PageProblem[]): HTMLElement {
  const order = ['error', 'warning', 'info']
  const sorted = problems.toSorted((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity))
  const entries = sorted.map(({ severity, rule, message, hint }) =>
    element(
      'li',
      { class: `problem is-${severity}` },
      element('strong', {}, severity),
      ` ${message}`,
      ...(hint === '' ? [] : [element('p', {}, hint)]),
      element('p', { class: 'quiet' }, rule),
    ),
  )
  return element('ul', { class: 'plain' }, ...entries)
}

function quiet(text: string): HTMLElement {
  return element('p', { class: 'quiet' }, text)
}

function changeEntry({ path, before, after, diff }: PageChange): HTMLElement {
  if (diff !== '') return element('li', {}, element('code', {}, path), diffView(diff))
  const parts = [before === '' ? [] : [element('del', {}, before)], after === '' ? [] : [element('ins', {}, after)]]
  return element(
    'li',
    {},
    element('code', {}, path),
    ' ',
    ...parts.flatMap((part, at) => (at > 0 && part.length > 0 && before !== '' ? [' → ', ...part] : part)),
  )
}

/** All that is known of one node or workflow, with a run that can be chosen. */
export class Details {
  readonly #data: PageData
  readonly #panel: HTMLElement
  readonly #things: Things
  readonly #go: Go
  #place = -1
  #run = -1
  #runs: readonly PageRun[] = []

  constructor(panel: HTMLElement, { data, things, go }: DetailsSettings) {
    this.#panel = panel
    this.#data = data
    this.#things = things
    this.#go = go
  }

  show(place: number): void {
    this.#place = place
    this.#runs = (this.#data.items[place]?.runs ?? []).map(unpackRun)
    const first = this.#runs.findIndex(({ state }) => state === 'runs')
    this.#run = first < 0 && this.#runs.length > 0 ? 0 : first
    this.#draw()
    this.#panel.scrollTop = 0
  }

  /** Brings a line of the code, counted from 1, to where it is seen. */
  showLine(line: number): void {
    const lines = this.#panel.querySelectorAll<HTMLElement>('.line')
    for (const one of lines) one.classList.remove('is-named')
    const named = lines[line - 1]
    named?.classList.add('is-named')
    named?.scrollIntoView({ block: 'center' })
    named?.closest('pre')?.focus({ preventScroll: true })
  }

  #draw(): void {
    const item = this.#data.items[this.#place]
    if (item === undefined) return
    const run = this.#runs[this.#run]
    const parts = [
      this.#head(item),
      ...(item.problems.length > 0 ? [section('Problems', problemList(item.problems))] : []),
      ...(item.changes.length > 0
        ? [section('Changes', element('ul', { class: 'plain changes' }, ...item.changes.map(changeEntry)))]
        : []),
      ...this.#tables(item),
      ...this.#schedule(item, run),
      ...this.#parameters(item, run),
      ...this.#code(item, run),
      ...this.#neighbours('Waits for', 'to', 'from', run),
      ...this.#neighbours('Followed by', 'from', 'to', undefined),
    ]
    this.#panel.replaceChildren(...parts)
  }

  #head(item: PageItem): HTMLElement {
    const kind = item.kind === 'external' ? 'outside of the document' : item.kind
    const words = [item.command === '' ? kind : item.command, placeWords(item)]
    const badge =
      item.change === 'none' ? [] : [element('span', { class: `badge-word is-${item.change}` }, item.change)]
    return element(
      'header',
      {},
      element('h2', { tabindex: '-1', id: 'details-name' }, shownName(item)),
      element('p', { class: 'quiet' }, words.filter((word) => word !== '').join(' '), ' ', ...badge),
    )
  }

  #schedule(item: PageItem, run: PageRun | undefined): HTMLElement[] {
    if (item.kind === 'external') return []
    const said: (HTMLElement | string)[] = []
    if (item.schedule !== '') said.push(element('p', {}, item.schedule))
    const quiet = [item.cron, item.timezone].filter((text) => text !== '').join(' · ')
    if (quiet !== '') said.push(element('p', { class: 'quiet' }, quiet))
    if (item.withoutRuns !== '') said.push(element('p', {}, item.withoutRuns))
    if (this.#runs.length > 0) {
      said.push(
        calendarView({
          data: this.#data,
          item,
          runs: this.#runs,
          chosen: this.#run,
          choose: (at) => this.#chooseRun(at),
        }),
      )
      if (run !== undefined) said.push(this.#runText(run))
    }
    return said.length === 0 ? [] : [section('Runs', ...said)]
  }

  #chooseRun(at: number): void {
    this.#run = at
    const focused = document.activeElement?.textContent
    this.#draw()
    // The button was drawn anew: the keyboard stays where it was.
    for (const one of this.#panel.querySelectorAll('button')) {
      if (one.textContent === focused) one.focus()
    }
  }

  #runText(run: PageRun): HTMLElement {
    const { wallClock = '', businessDate = '', at = '' } = this.#data.times[run.time] ?? {}
    const { word, sign } = states[run.state]
    const reason = reasonWords.get(run.reason)
    return element(
      'p',
      { class: `run is-${run.state}`, 'aria-live': 'polite' },
      element('strong', {}, `${sign} ${wallClock} ${at.slice(19)}`),
      ` ${word}${reason === undefined ? '' : `: ${reason}`}. Business date ${businessDate}.`,
    )
  }

  #code(item: PageItem, run: PageRun | undefined): HTMLElement[] {
    if (item.code === '') return []
    const filled = this.#filled(run)
    const view = codeView(item, filled)
    if (run === undefined) return [section('Code', view)]
    if (!item.looksUpValues) return [section('Code of this run', view)]
    const note = 'The code stays as it is, and looks these values up when it runs.'
    return [section('Code, with values of this run', ...(filled.size === 0 ? [] : [quiet(note)]), view)]
  }

  #filled(run: PageRun | undefined): ReadonlyMap<number, string> {
    return new Map((run?.lines ?? []).map(([line, text]) => [line, this.#data.texts[text] ?? '']))
  }

  #parameters(item: PageItem, run: PageRun | undefined): HTMLElement[] {
    if (item.parameters.length === 0) return []
    const rows = item.parameters.map(({ name, expression }, at) => {
      const value = this.#data.texts[run?.values[at] ?? -1] ?? 'known at run time'
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, name),
        element('td', {}, expression),
        element('td', {}, run === undefined ? '' : value),
      )
    })
    const head = ['Name', 'Expression', 'Value'].map((text) => element('th', { scope: 'col' }, text))
    return [
      section(
        'Parameters',
        element(
          'table',
          { class: 'parameters' },
          element('thead', {}, element('tr', {}, ...head)),
          element('tbody', {}, ...rows),
        ),
      ),
    ]
  }

  #tables(item: PageItem): HTMLElement[] {
    const parts = nodeTables(this.#data, this.#things.usesOf(item.id), this.#go, (line) => this.showLine(line))
    if (!item.hasUnreadSql) return parts
    const unread = 'Some of its SQL was not read, so it may use more tables.'
    return [...parts, element('p', { class: 'quiet' }, unread)]
  }

  #neighbours(heading: string, own: 'from' | 'to', other: 'from' | 'to', run: PageRun | undefined): HTMLElement[] {
    const lines = this.#data.lines.filter((line) => line[own] === this.#place)
    const entries = lines.map((line) => {
      const item = this.#data.items[line[other]]
      const note = [line.kind === 'previous' ? 'previous cycle' : '', line.label]
        .filter((text) => text !== '')
        .join(', ')
      const link = button(shownName(item), { class: 'link' }, () => this.#go(item?.id ?? ''))
      return element('li', {}, link, element('span', { class: 'quiet' }, note === '' ? '' : ` ${note}`))
    })
    const waits = (run?.waits ?? []).map(({ name, time, isPrevious }) => {
      const { texts, times } = this.#data
      return element(
        'li',
        {},
        `${texts[name]} at ${times[time]?.wallClock.slice(0, 16)}${isPrevious ? ' (previous cycle)' : ''}`,
      )
    })
    if (entries.length === 0 && waits.length === 0) return []
    const instances =
      waits.length === 0
        ? []
        : [element('p', { class: 'quiet' }, 'This run waits for'), element('ul', { class: 'plain' }, ...waits)]
    return [section(heading, element('ul', { class: 'plain' }, ...entries), ...instances)]
  }
}
