import type { PageData, PageItem } from '../page-data.ts'
import { svgElement } from './dom.ts'
import { watchPointer } from './pointer.ts'
import { ViewBox } from './view-box.ts'

function worst({ problems }: PageItem): 'error' | 'warning' | undefined {
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : undefined
}

function labelOf(item: PageItem): string {
  const kind = item.kind === 'node' ? item.command : item.kind === 'workflow' ? 'workflow' : 'outside of the document'
  const count = item.problems.length
  const problems = count === 0 ? '' : `${count} ${count === 1 ? 'problem' : 'problems'}`
  const parts = [`${item.name} ${kind}`, item.workflow === '' ? '' : `in ${item.workflow}`, problems]
  return [...parts, item.change === 'none' ? '' : item.change].filter((part) => part !== '').join(', ')
}

/** The picture: it is moved, zoomed, and its nodes are chosen, by pointer and by keyboard. */
export class GraphView {
  readonly view: ViewBox
  readonly #svg: SVGSVGElement
  readonly #data: PageData
  readonly #elements: readonly (SVGGElement | undefined)[]
  readonly #choose: (place: number) => void
  #chosen: number | undefined

  constructor(svg: SVGSVGElement, data: PageData, choose: (place: number) => void) {
    this.#svg = svg
    this.#data = data
    this.#choose = choose
    const { x, y, width, height } = svg.viewBox.baseVal
    this.view = new ViewBox(svg, { x, y, width, height })
    const groups = new Map<string, SVGGElement>()
    for (const group of svg.querySelectorAll<SVGGElement>('g[data-item]'))
      groups.set(group.dataset['item'] ?? '', group)
    this.#elements = data.items.map((item) => groups.get(item.id))
    for (const place of data.items.keys()) this.#prepare(place)
    watchPointer(svg, this.view, (target) => this.#click(target))
    svg.addEventListener('keydown', (event) => this.#key(event))
    this.view.fit()
  }

  /** Shows which node is chosen, and what it is joined to. */
  mark(place: number | undefined): void {
    const before = this.#chosen === undefined ? undefined : this.#elements[this.#chosen]
    before?.classList.remove('is-chosen')
    before?.setAttribute('tabindex', '-1')
    this.#elements[0]?.setAttribute('tabindex', place === undefined ? '0' : '-1')
    for (const line of this.#svg.querySelectorAll('.is-near')) line.classList.remove('is-near')
    this.#chosen = place
    this.#svg.classList.toggle('has-chosen', place !== undefined)
    if (place === undefined) return
    const element = this.#elements[place]
    element?.classList.add('is-chosen')
    element?.setAttribute('tabindex', '0')
    const id = this.#data.items[place]?.id ?? ''
    for (const line of this.#svg.querySelectorAll<SVGGElement>('g[data-line]')) {
      line.classList.toggle('is-near', line.dataset['line']?.split(' ').includes(id) === true)
    }
  }

  /** Brings a node into the middle, and the keyboard to it. */
  reach(place: number, takesFocus: boolean): void {
    const element = this.#elements[place]
    if (element === undefined) return
    this.view.centre(element.getBBox())
    if (takesFocus) element.focus({ preventScroll: true })
  }

  #prepare(place: number): void {
    const [item, group] = [this.#data.items[place], this.#elements[place]]
    if (item === undefined || group === undefined) return
    group.setAttribute('role', 'button')
    group.setAttribute('tabindex', place === 0 ? '0' : '-1')
    group.setAttribute('aria-label', labelOf(item))
    if (item.change !== 'none') group.classList.add(`is-${item.change}`)
    const severity = worst(item)
    const outline = group.querySelector('rect, path')
    if (severity === undefined || !(outline instanceof SVGGraphicsElement)) return
    group.classList.add(`has-${severity}`)
    const { x, y, width } = outline.getBBox()
    const [cx, cy] = [String(x + width - 3), String(y + 3)]
    group.append(
      svgElement('circle', { class: 'badge', cx, cy, r: '7.5' }),
      svgElement(
        'text',
        { class: 'badge-text', x: cx, y: String(y + 6.5), 'aria-hidden': 'true' },
        severity === 'error' ? '×' : '!',
      ),
    )
  }

  #click(target: Element | undefined): void {
    const group = target?.closest<SVGGElement>('g[data-item]')
    const place = this.#elements.findIndex((element) => element !== undefined && element === group)
    if (place >= 0) this.#choose(place)
  }

  #key(event: KeyboardEvent): void {
    const act = this.#actionOf(event)
    if (act === undefined) return
    event.preventDefault()
    act()
  }

  #actionOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    if (ctrlKey || metaKey) return undefined
    if (key === '+' || key === '=') return () => this.view.zoom(0.8)
    if (key === '-') return () => this.view.zoom(1.25)
    if (key === '0') return () => this.view.fit()
    if (key === 'Enter' || key === ' ') return () => this.#click(document.activeElement ?? undefined)
    const step = arrows.get(key)
    if (step === undefined) return undefined
    if (shiftKey) return () => this.#pan(step)
    return () => this.#go(step)
  }

  #pan([x, y]: readonly [number, number]): void {
    const { box } = this.view
    this.view.move(box.x + (x * box.width) / 8, box.y + (y * box.height) / 8)
  }

  /** Goes to the nearest node in a direction. */
  #go([x, y]: readonly [number, number]): void {
    const from = this.#elements[this.#chosen ?? 0]?.getBBox()
    if (from === undefined) return
    let [best, least] = [-1, Number.POSITIVE_INFINITY]
    for (const [place, element] of this.#elements.entries()) {
      if (element === undefined || place === this.#chosen) continue
      const to = element.getBBox()
      const [dx, dy] = [to.x + to.width / 2 - from.x - from.width / 2, to.y + to.height / 2 - from.y - from.height / 2]
      const [forth, side] = [dx * x + dy * y, Math.abs(dx * y) + Math.abs(dy * x)]
      const distance = forth + 2 * side
      if (forth > 1 && distance < least) [best, least] = [place, distance]
    }
    if (best < 0) return
    this.#choose(best)
    this.reach(best, true)
  }
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])
