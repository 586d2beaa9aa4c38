import type { PageData, PageItem } from '../page-data.ts'
import { problemList } from './details.ts'
import { button, element, section } from './dom.ts'
import { shownName } from './things.ts'

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function links(items: readonly PageItem[], go: (id: string) => void): HTMLElement {
  const entries = items.map((item) => {
    const { id, workflow } = item
    const link = button(shownName(item), { class: 'link' }, () => go(id))
    return element('li', {}, link, element('span', { class: 'quiet' }, workflow === '' ? '' : ` ${workflow}`))
  })
  return element('ul', { class: 'plain' }, ...entries)
}

/** How much there is of everything, in one line. */
export function summaryText({ items, tables, from, to }: PageData): string {
  const kinds = (kind: string): number => items.filter((item) => item.kind === kind).length
  const runs = items.reduce((sum, item) => sum + (item.kind === 'node' ? item.runs.length : 0), 0)
  const parts = [count(kinds('workflow'), 'workflow', 'workflows'), count(kinds('node'), 'node', 'nodes')]
  if (tables.length > 0) parts.push(count(tables.length, 'table', 'tables'))
  return `${parts.join(', ')} · ${count(runs, 'run', 'runs')} of nodes from ${from} to ${to}`
}

const keys: readonly (readonly [key: string, does: string])[] = [
  ['/', 'search'],
  ['← → ↑ ↓', 'go to the nearest node or table'],
  ['Enter', 'choose it'],
  ['+ − 0', 'zoom, and show all'],
  ['Shift with arrows', 'move the picture'],
]

/** What is shown while nothing is chosen: problems, changes, keys. */
export function overview(data: PageData, go: (id: string) => void): HTMLElement[] {
  const withProblems = data.items.filter(({ problems }) => problems.length > 0)
  const changed = (kind: PageItem['change']): PageItem[] => data.items.filter(({ change }) => change === kind)
  const parts: HTMLElement[] = [element('h2', {}, data.title), element('p', { class: 'quiet' }, summaryText(data))]
  if (data.notes.length > 0) parts.push(section('Of the documents', problemList(data.notes)))
  if (withProblems.length > 0) parts.push(section('Problems', links(withProblems, go)))
  if (data.isCompared) {
    const [added, modified] = [changed('added'), changed('changed')]
    if (added.length > 0) parts.push(section('Added', links(added, go)))
    if (modified.length > 0) parts.push(section('Changed', links(modified, go)))
    if (data.removed.length > 0)
      parts.push(
        section('Removed', element('ul', { class: 'plain' }, ...data.removed.map((name) => element('li', {}, name)))),
      )
    if (added.length + modified.length + data.removed.length === 0)
      parts.push(section('Changes', element('p', {}, 'Nothing differs.')))
  }
  const rows = keys.flatMap(([key, does]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, does)])
  parts.push(section('Keys', element('dl', { class: 'keys' }, ...rows)))
  return parts
}
