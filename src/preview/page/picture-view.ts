import type { PageItem } from '../page-data.ts'
import { svgElement } from './dom.ts'
import type { FindNear } from './nearness.ts'
import { watchPointer } from './pointer.ts'
import { placeWords, type Thing } from './things.ts'
import { ViewBox } from './view-box.ts'

function worst({ problems }: PageItem): 'error' | 'warning' | undefined {
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : undefined
}

function kindWord(thing: Thing): string {
  if (thing.kind === 'node') return thing.command
  return thing.kind === 'external' ? 'outside of the document' : thing.kind
}

/** What is said of a box or frame: what it shows, in its own words, and what only its look says. */
function labelOf(thing: Thing, group: SVGGElement): string {
  const shown = Array.from(group.querySelectorAll('text'), ({ textContent }) => textContent).join(' ')
  const detail = group.querySelector('.fs-detail')?.textContent
  const whole = group.querySelector('title') === null ? '' : thing.name
  const parts = [shown, whole, kindWord(thing) === detail ? '' : kindWord(thing)]
  if (thing.kind !== 'table') {
    const count = thing.problems.length
    parts.push(thing.workflow === detail && thing.inside.length === 0 ? '' : placeWords(thing))
    parts.push(count === 0 ? '' : `${count} ${count === 1 ? 'problem' : 'problems'}`)
    parts.push(thing.change === 'none' ? '' : thing.change)
  }
  return parts.filter((part) => part !== '').join(', ')
}

/** What a picture needs to know and do. */
export interface PictureSettings {
  readonly things: readonly Thing[]
  readonly near: FindNear
  readonly choose: (id: string) => void
}

/** A picture: it is moved, zoomed, and what is in it is chosen, by pointer and by keyboard. */
export class PictureView {
  readonly view: ViewBox
  readonly #svg: SVGSVGElement
  readonly #settings: PictureSettings
  readonly #elements: Map<string, SVGGElement> = new Map()
  readonly #lines: Map<string, SVGGElement> = new Map()
  readonly #first: string
  /** What is shown more clearly than the rest, or less. */
  readonly #marked: Set<Element> = new Set()
  #chosen: string | undefined

  constructor(svg: SVGSVGElement, settings: PictureSettings) {
    this.#svg = svg
    this.#settings = settings
    const frame = svg.parentElement
    if (frame === null) throw new Error('A picture stands in nothing.')
    this.view = new ViewBox(svg, frame)
    for (const group of svg.querySelectorAll<SVGGElement>('g[data-item]'))
      this.#elements.set(group.dataset['item'] ?? '', group)
    for (const group of svg.querySelectorAll<SVGGElement>('g[data-line]'))
      this.#lines.set(group.dataset['line'] ?? '', group)
    for (const thing of settings.things) this.#prepare(thing)
    this.#first = settings.things.find(({ id }) => this.#elements.has(id))?.id ?? ''
    this.#elements.get(this.#first)?.setAttribute('tabindex', '0')
    watchPointer(frame, this.view, (target) => this.#click(target))
    svg.addEventListener('keydown', (event) => this.key(event))
    this.view.begin()
  }

  has(id: string): boolean {
    return this.#elements.has(id)
  }

  /** Shows what is chosen, and what belongs to it. */
  mark(id: string | undefined): void {
    this.#elements.get(this.#chosen ?? this.#first)?.setAttribute('tabindex', '-1')
    for (const element of this.#marked) element.classList.remove('is-chosen', 'is-near')
    this.#marked.clear()
    this.#chosen = id !== undefined && this.has(id) ? id : undefined
    this.#elements.get(this.#chosen ?? this.#first)?.setAttribute('tabindex', '0')
    const near = this.#chosen === undefined ? undefined : this.#settings.near(this.#chosen)
    this.#svg.classList.toggle('has-chosen', near !== undefined)
    this.#svg.classList.toggle('has-reach', near?.things !== undefined)
    this.#add('is-chosen', this.#elements.get(this.#chosen ?? ''))
    for (const line of near?.lines ?? []) this.#add('is-near', this.#lines.get(line))
    for (const thing of near?.things ?? []) this.#add('is-near', this.#elements.get(thing))
  }

  #add(name: string, element: Element | undefined): void {
    if (element === undefined) return
    element.classList.add(name)
    this.#marked.add(element)
  }

  /** Brings something into the middle, and the keyboard to it. */
  reach(id: string, takesFocus: boolean): void {
    const element = this.#elements.get(id)
    if (element === undefined) return
    this.view.centre(element.getBBox())
    if (takesFocus) element.focus({ preventScroll: true })
  }

  #prepare(thing: Thing): void {
    const group = this.#elements.get(thing.id)
    if (group === undefined) return
    group.setAttribute('role', 'button')
    group.setAttribute('tabindex', '-1')
    group.setAttribute('aria-label', labelOf(thing, group))
    if (thing.kind === 'table') return
    if (thing.change !== 'none') group.classList.add(`is-${thing.change}`)
    const severity = worst(thing)
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
    const id = group?.dataset['item'] ?? ''
    if (this.has(id)) this.#settings.choose(id)
  }

  /** Does what a key stands for, if it does for anything. */
  key(event: KeyboardEvent): void {
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

  /** Goes to the nearest thing in a direction. */
  #go([x, y]: readonly [number, number]): void {
    const start = this.#chosen ?? this.#first
    const from = this.#elements.get(start)?.getBBox()
    if (from === undefined) return
    let [best, least] = ['', Number.POSITIVE_INFINITY]
    for (const [id, element] of this.#elements) {
      if (id === start) continue
      const to = element.getBBox()
      const [dx, dy] = [to.x + to.width / 2 - from.x - from.width / 2, to.y + to.height / 2 - from.y - from.height / 2]
      const [forth, side] = [dx * x + dy * y, Math.abs(dx * y) + Math.abs(dy * x)]
      const distance = forth + 2 * side
      if (forth > 1 && distance < least) [best, least] = [id, distance]
    }
    if (best === '') return
    this.#settings.choose(best)
    this.reach(best, true)
  }
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])
