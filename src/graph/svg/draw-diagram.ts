import { escapeXml } from '../../diagnostics/xml-text.ts'
import { plainText } from '../drawing/plain-text.ts'
import type { RenderDirection } from '../drawing/render-options.ts'
import { labelSize } from '../layout/box-look.ts'
import type { Diagram } from '../layout/diagram.ts'
import { type DiagramLayout, layoutDiagram, type PlacedLine } from '../layout/diagram-layout.ts'
import { drawBox, drawFrame } from './item-shape.ts'
import { type LineNames, legendOf } from './legend.ts'
import { linePath, loopPath } from './line-path.ts'
import { type Looks, pictureStyle, type SvgTheme, themeClass } from './picture-theme.ts'
import { pixels, Screen } from './screen.ts'

/** How a diagram is drawn. */
export interface DrawingSettings {
  readonly direction: RenderDirection
  readonly theme: SvgTheme
  readonly title: string
  /** What the lines mean, in the legend. */
  readonly lines: LineNames
}

const margin = 24
const narrowest = 280

class Drawing {
  readonly #diagram: Diagram
  readonly #layout: DiagramLayout
  readonly #screen: Screen

  constructor(diagram: Diagram, direction: RenderDirection) {
    this.#diagram = diagram
    this.#layout = layoutDiagram(diagram, direction)
    this.#screen = new Screen(direction, this.#layout.size, margin)
  }

  get width(): number {
    return this.#screen.width
  }

  get height(): number {
    return this.#screen.height
  }

  *frames(): Generator<string> {
    yield* this.#items(true)
  }

  *boxes(): Generator<string> {
    yield* this.#items(false)
  }

  *#items(areFrames: boolean): Generator<string> {
    for (const [at, item] of this.#diagram.items.entries()) {
      const placed = this.#layout.items[at]
      if (placed === undefined || item.isFrame !== areFrames) continue
      const area = this.#screen.area(placed.start, placed.size)
      yield areFrames ? drawFrame(item, placed.look, area) : drawBox(item, placed.look, area)
    }
  }

  *lines(): Generator<string> {
    for (const line of this.#layout.lines) yield this.#line(line)
  }

  #line(placed: PlacedLine): string {
    const { from, to, kind, label } = placed.line
    const [start, end] = [this.#layout.items[from], this.#layout.items[to]]
    if (start === undefined || end === undefined) return ''
    const path =
      from === to ? loopPath(this.#screen.area(start.start, start.size)) : linePath(start, end, placed, this.#screen)
    const ids = `${this.#diagram.items[from]?.id ?? ''} ${this.#diagram.items[to]?.id ?? ''}`
    const tooltip = label === '' ? '' : `<title>${escapeXml(plainText(label))}</title>`
    return `<g data-line="${ids}">${tooltip}<path class="fs-line fs-${kind}" d="${path.line}"/><path class="fs-head fs-${kind}" d="${path.head}"/></g>`
  }

  /** Labels are drawn over everything, on a ground of their own. */
  *labels(): Generator<string> {
    for (const { label } of this.#layout.lines) {
      if (label === undefined) continue
      const { x, y } = this.#screen.point(label.middle)
      const { width, height } = labelSize(label.text)
      yield `<rect class="fs-ground" x="${pixels(x - width / 2)}" y="${pixels(y - height / 2)}" width="${width}" height="${height}" rx="4"/>`
      yield `<text class="fs-label" x="${pixels(x)}" y="${pixels(y + height / 4)}">${escapeXml(label.text)}</text>`
    }
  }
}

/** The elements of a picture, without what is around them. */
export interface DrawnElements {
  readonly width: number
  readonly height: number
  readonly looks: Looks
  readonly elements: readonly string[]
}

/** Draws the elements of a diagram; their look comes from the style of a theme. */
export function drawElements(diagram: Diagram, direction: RenderDirection, lines: LineNames): DrawnElements {
  const drawing = new Drawing(diagram, direction)
  const widest = Math.max(drawing.width, narrowest) - 2 * margin
  const looks: Looks = {
    tones: new Set(diagram.items.map(({ tone }) => tone)),
    kinds: new Set(diagram.lines.map(({ kind }) => kind)),
  }
  const legend = legendOf(looks, widest, lines)
  const elements = [...drawing.frames(), ...drawing.lines(), ...drawing.boxes(), ...drawing.labels()]
  if (legend.height > 0) elements.push(`<g class="fs-legend">${legend.draw(margin, drawing.height - margin / 2)}</g>`)
  return {
    width: Math.ceil(Math.max(drawing.width, legend.width + 2 * margin)),
    height: Math.ceil(drawing.height + (legend.height === 0 ? 0 : legend.height + margin / 2)),
    looks,
    elements,
  }
}

/** Draws a diagram as the text of an SVG document. */
export function drawDiagram(diagram: Diagram, { direction, theme, title, lines }: DrawingSettings): string {
  const { width, height, looks, elements } = drawElements(diagram, direction, lines)
  const shownTitle = escapeXml(plainText(title))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${themeClass(theme)}" role="img" aria-label="${shownTitle}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${shownTitle}</title>`,
    `<style>\n${pictureStyle(theme, looks)}\n</style>`,
    `<rect class="fs-back" width="${width}" height="${height}" rx="8"/>`,
    ...elements,
    '</svg>\n',
  ].join('\n')
}
