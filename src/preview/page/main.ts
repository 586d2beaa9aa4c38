import type { PageData } from '../page-data.ts'
import { Details } from './details.ts'
import { byId } from './dom.ts'
import { GraphView } from './graph-view.ts'
import { overview, summaryText } from './overview.ts'
import { Search } from './search.ts'

const data: PageData = JSON.parse(byId('data', HTMLScriptElement).textContent ?? '{}')
const root = document.documentElement
const picture = byId('graph', SVGSVGElement)
const panel = byId('details', HTMLElement)

function setTheme(theme: string): void {
  root.dataset['theme'] = theme
  picture.classList.remove('fs-graph-light', 'fs-graph-dark')
  picture.classList.add(`fs-graph-${theme}`)
  byId('theme', HTMLButtonElement).setAttribute('aria-pressed', String(theme === 'dark'))
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
setTheme(prefersDark.matches ? 'dark' : 'light')
prefersDark.addEventListener('change', ({ matches }) => setTheme(matches ? 'dark' : 'light'))

function choose(place: number): void {
  graph.mark(place)
  details.show(place)
  history.replaceState(null, '', `#${data.items[place]?.id ?? ''}`)
}

/** Chooses a node from a list: the picture goes there too. */
function go(place: number): void {
  choose(place)
  graph.reach(place, false)
  byId('details-name', HTMLHeadingElement).focus()
}

function home(): void {
  graph.mark(undefined)
  panel.replaceChildren(...overview(data, go))
  history.replaceState(null, '', '#')
}

const details = new Details(panel, data, { go })
const graph = new GraphView(picture, data, choose)
new Search(data, (place) => {
  choose(place)
  graph.reach(place, true)
})
byId('summary', HTMLElement).textContent = summaryText(data)

const actions: Readonly<Record<string, () => void>> = {
  'zoom-in': () => graph.view.zoom(0.8),
  'zoom-out': () => graph.view.zoom(1.25),
  'zoom-fit': () => graph.view.fit(),
  theme: () => setTheme(root.dataset['theme'] === 'dark' ? 'light' : 'dark'),
  home,
}
for (const [id, act] of Object.entries(actions)) byId(id, HTMLButtonElement).addEventListener('click', act)

const linked = data.items.findIndex(({ id }) => `#${id}` === location.hash)
if (linked < 0) home()
else {
  choose(linked)
  graph.reach(linked, false)
}
