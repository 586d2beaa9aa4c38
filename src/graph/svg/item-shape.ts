import { escapeXml } from '../../diagnostics/xml-text.ts'
import { type BoxLook, drumTop, frameRoom } from '../layout/box-look.ts'
import type { DiagramItem } from '../layout/diagram.ts'
import { type Area, pixels } from './screen.ts'

const slant = 9

function polygon(points: readonly (readonly [x: number, y: number])[]): string {
  return `M${points.map(([x, y]) => `${pixels(x)} ${pixels(y)}`).join('L')}z`
}

function roundedBox({ x, y, width, height }: Area, radius: number): string {
  return `x="${pixels(x)}" y="${pixels(y)}" width="${pixels(width)}" height="${pixels(height)}" rx="${radius}"`
}

/** Outlines with points: those of branches, joins and what hands on variables. */
function pointedOutline(shape: DiagramItem['shape'], { x, y, width, height }: Area): string | undefined {
  const [right, bottom, middle] = [x + width, y + height, y + height / 2]
  const [left, inner] = [x + slant, right - slant]
  if (shape === 'decision')
    return polygon([
      [left, y],
      [inner, y],
      [right, middle],
      [inner, bottom],
      [left, bottom],
      [x, middle],
    ])
  if (shape === 'join')
    return polygon([
      [x, y],
      [inner, y],
      [right, middle],
      [inner, bottom],
      [x, bottom],
      [left, middle],
    ])
  if (shape !== 'variables') return undefined
  return polygon([
    [left, y],
    [right, y],
    [inner, bottom],
    [x, bottom],
  ])
}

function drum({ x, y, width, height }: Area): string {
  const [w, h] = [pixels(width), pixels(height - 10)]
  const top = `${pixels(width / 2)} 5 0 0 1`
  const at = `M${pixels(x)} ${pixels(y + 5)}`
  return `${at}a${top} ${w} 0v${h}a${top} -${w} 0z${at}a${pixels(width / 2)} 5 0 0 0 ${w} 0`
}

/** The outline of a box, and the mark of its colour. */
function outline({ shape, tone }: DiagramItem, area: Area): string {
  const path = shape === 'table' ? drum(area) : pointedOutline(shape, area)
  if (path !== undefined) return `<path class="fs-box fs-rim fs-${tone}" d="${path}"/>`
  const { x, y, width, height } = area
  if (shape === 'mark' || shape === 'external') {
    const dashed = shape === 'external' ? ' fs-dashed' : ''
    return `<rect class="fs-box fs-rim fs-${tone}${dashed}" ${roundedBox(area, height / 2)}/>`
  }
  const bar = `<path class="fs-bar fs-${tone}" d="M${pixels(x + 4)} ${pixels(y + 7)}h3v${pixels(height - 14)}h-3z"/>`
  const box = `<rect class="fs-box" ${roundedBox(area, 7)}/>`
  if (shape !== 'process') return box + bar
  const inner = { x: x + 3, y: y + 3, width: width - 6, height: height - 6 }
  return `${box}<rect class="fs-rim fs-${tone}" ${roundedBox(inner, 5)}/>`
}

function tooltip({ tooltip: text }: BoxLook): string {
  return text === '' ? '' : `<title>${escapeXml(text)}</title>`
}

const isCentred: ReadonlySet<DiagramItem['shape']> = new Set([
  'mark',
  'external',
  'decision',
  'join',
  'variables',
  'process',
  'table',
])

/** A box with its texts. */
export function drawBox(item: DiagramItem, look: BoxLook, area: Area): string {
  const { x, y, width, height } = area
  const isMiddle = isCentred.has(item.shape)
  const textX = isMiddle ? x + width / 2 : x + 16
  const anchor = isMiddle ? ' text-anchor="middle"' : ''
  const drop = item.shape === 'table' ? drumTop - 1 : 0
  const text = (name: string, baseline: number, shown: string): string =>
    `<text class="${name}" x="${pixels(textX)}" y="${pixels(baseline + drop)}"${anchor}>${escapeXml(shown)}</text>`
  const texts =
    look.detail === ''
      ? text('fs-name', y + (height - drop) / 2 + 4.5, look.name)
      : `${text('fs-name', y + 19, look.name)} ${text('fs-detail', y + 34, look.detail)}`
  return `<g class="fs-item" data-item="${item.id}">${tooltip(look)}${outline(item, area)}${texts}</g>`
}

/** A frame with its head; what is in it is drawn over it. */
export function drawFrame(item: DiagramItem, look: BoxLook, area: Area): string {
  const { x, y } = area
  const left = x + frameRoom.side
  const detail = look.detail === '' ? '' : ` <tspan class="fs-detail" dx="7">${escapeXml(look.detail)}</tspan>`
  const title = `<text class="fs-title" x="${pixels(left)}" y="${pixels(y + 24)}">${escapeXml(look.name)}${detail}</text>`
  const bar = `<path class="fs-bar fs-${item.tone}" d="M${pixels(x + 8)} ${pixels(y + 13)}h3v14h-3z"/>`
  return `<g class="fs-item" data-item="${item.id}">${tooltip(look)}<rect class="fs-frame" ${roundedBox(area, 10)}/>${bar}${title}</g>`
}
