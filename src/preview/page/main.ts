import type { PageData } from '../page-data.ts'
import { Details } from './details.ts'
import { byId } from './dom.ts'
import { graphLines, lineageLines, neighbours, Reach } from './nearness.ts'
import { overview, summaryText } from './overview.ts'
import { Pictures } from './pictures.ts'
import { Search } from './search.ts'
import { tableDetails } from './table-details.ts'
import { Things } from './things.ts'

const data: PageData = JSON.parse(byId('data', HTMLScriptElement).textContent ?? '{}')
const root = document.documentElement
const panel = byId('details', HTMLElement)
const things = new Things(data)
const reach = new Reach(lineageLines(data))

function setTheme(theme: string): void {
  root.dataset['theme'] = theme
  for (const picture of document.querySelectorAll('svg.picture')) {
    picture.classList.remove('fs-graph-light', 'fs-graph-dark')
    picture.classList.add(`fs-graph-${theme}`)
  }
  byId('theme', HTMLButtonElement).setAttribute('aria-pressed', String(theme === 'dark'))
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
setTheme(prefersDark.matches ? 'dark' : 'light')
prefersDark.addEventListener('change', ({ matches }) => setTheme(matches ? 'dark' : 'light'))

function choose(id: string): void {
  const thing = things.get(id)
  if (thing === undefined) return
  pictures.mark(id)
  if (thing.kind === 'table') {
    panel.replaceChildren(...tableDetails(data, thing, things, reach, go))
    panel.scrollTop = 0
  } else details.show(things.placeOf(id) ?? -1)
  history.replaceState(null, '', `#${id}`)
}

/** Chooses something from a list: the picture goes there too. */
function go(id: string, line?: number): void {
  choose(id)
  pictures.reach(id, false)
  byId('details-name', HTMLHeadingElement).focus()
  if (line !== undefined) details.showLine(line)
}

function home(): void {
  pictures.mark(undefined)
  panel.replaceChildren(...overview(data, go))
  history.replaceState(null, '', '#')
}

const details = new Details(panel, { data, things, go })
const pictures = new Pictures({
  things: things.all,
  choose,
  near: { graph: neighbours(graphLines(data)), lineage: (id) => reach.near(id) },
})
new Search(things.all, (id) => {
  choose(id)
  pictures.reach(id, true)
})
byId('summary', HTMLElement).textContent = summaryText(data)

const actions: Readonly<Record<string, () => void>> = {
  'zoom-in': () => pictures.seen.view.zoom(0.8),
  'zoom-out': () => pictures.seen.view.zoom(1.25),
  'zoom-fit': () => pictures.seen.view.fit(),
  theme: () => setTheme(root.dataset['theme'] === 'dark' ? 'light' : 'dark'),
  home,
}
for (const [id, act] of Object.entries(actions)) byId(id, HTMLButtonElement).addEventListener('click', act)

const linked = location.hash.slice(1)
if (things.get(linked) === undefined) home()
else {
  choose(linked)
  pictures.reach(linked, false)
}
