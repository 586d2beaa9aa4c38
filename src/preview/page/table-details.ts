import type { PageData, PageTable, PageUse } from '../page-data.ts'
import { button, element, section } from './dom.ts'
import type { Reach } from './nearness.ts'
import { shownName, type Things } from './things.ts'

/** Goes to something; of a node, a line of its code may be meant. */
export type Go = (id: string, line?: number) => void

/** Where the code says it, as a button that shows that line. */
function useNote({ line, isSure }: PageUse, show: (line: number) => void): (HTMLElement | string)[] {
  if (line === 0) return [element('span', { class: 'quiet' }, ' declared')]
  const shown = button(`line ${line}`, { class: 'link place' }, () => show(line))
  return [' ', shown, ...(isSure ? [] : [element('span', { class: 'quiet' }, ' SQL in other code')])]
}

const headings = { reads: ['Reads', 'Read by'], writes: ['Writes', 'Written by'] } as const

/** What a node reads and writes, each with the line of its code. */
export function nodeTables(
  data: PageData,
  uses: readonly PageUse[],
  go: Go,
  showLine: (line: number) => void,
): HTMLElement[] {
  return (['reads', 'writes'] as const).flatMap((wanted) => {
    const entries = uses.flatMap((use) => {
      const table = data.tables[use.table]
      if (use.kind !== wanted || table === undefined) return []
      const link = button(table.name, { class: 'link' }, () => go(table.id))
      return [element('li', {}, link, ...useNote(use, showLine))]
    })
    return entries.length === 0 ? [] : [section(headings[wanted][0], element('ul', { class: 'plain' }, ...entries))]
  })
}

function users(data: PageData, uses: readonly PageUse[], wanted: PageUse['kind'], go: Go): HTMLElement[] {
  const entries = uses.flatMap((use) => {
    const node = data.items[use.node]
    if (use.kind !== wanted || node === undefined) return []
    const link = button(shownName(node), { class: 'link' }, () => go(node.id))
    const workflow = node.workflow === '' ? '' : ` ${node.workflow}`
    const note = useNote(use, (line) => go(node.id, line))
    return [element('li', {}, link, element('span', { class: 'quiet' }, workflow), ...note)]
  })
  if (entries.length > 0) return [section(headings[wanted][1], element('ul', { class: 'plain' }, ...entries))]
  const nobody = wanted === 'writes' ? 'No node here writes it.' : 'No node here reads it.'
  return [section(headings[wanted][1], element('p', {}, nobody))]
}

function reached(heading: string, ids: readonly string[], things: Things, go: Go): HTMLElement[] {
  const entries = ids.flatMap((id) => {
    const thing = things.get(id)
    if (thing?.kind !== 'table') return []
    return [
      element(
        'li',
        {},
        button(thing.name, { class: 'link' }, () => go(id)),
      ),
    ]
  })
  return entries.length === 0 ? [] : [section(heading, element('ul', { class: 'plain' }, ...entries))]
}

/** All that is known of a table: who writes and reads it, and the tables before and after it over any number of nodes. */
export function tableDetails(data: PageData, table: PageTable, things: Things, reach: Reach, go: Go): HTMLElement[] {
  const uses = things.usesOf(table.id)
  return [
    element(
      'header',
      {},
      element('h2', { tabindex: '-1', id: 'details-name' }, shownName(table)),
      element('p', { class: 'quiet' }, `table · ${table.engine}`),
    ),
    ...users(data, uses, 'writes', go),
    ...users(data, uses, 'reads', go),
    ...reached('Made of', reach.upstream(table.id), things, go),
    ...reached('Gets into', reach.downstream(table.id), things, go),
  ]
}
