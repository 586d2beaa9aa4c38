import { plainText } from '../drawing/plain-text.ts'
import type { DiagramItem } from './diagram.ts'
import { fitText, textExtent } from './text-extent.ts'

/** The sizes of the texts of a picture, in pixels. */
export const fontSizes = { name: 12.5, detail: 10.5, title: 13, label: 10.5 } as const

/** What a box shows, and how big that makes it. */
export interface BoxLook {
  readonly width: number
  readonly height: number
  readonly name: string
  readonly detail: string
  /** The whole name, where the box shows less. */
  readonly tooltip: string
}

const narrowest = 76
const widestText = 216
/** Beside the text: the bar of the colour and room. */
const besideText = 30
const heights = { one: 32, two: 44 } as const
/** The lid of a drum, below which its text begins. */
export const drumTop = 8
/** Letters of names are bold, and the fonts of some systems are wide. */
const boldness = 1.14
/** The same for heads of frames, which have no room beside their text that widens with it. */
const titleBoldness = 1.28

/** What a box shows of an item. */
export function boxLook({ label, detail, shape }: DiagramItem): BoxLook {
  const whole = plainText(label)
  const name = fitText(whole, fontSizes.name * boldness, widestText)
  const shownDetail = detail === '' ? '' : fitText(plainText(detail), fontSizes.detail, widestText)
  const text = Math.max(textExtent(name, fontSizes.name * boldness), textExtent(shownDetail, fontSizes.detail))
  const slanted = shape === 'decision' || shape === 'join' || shape === 'variables' ? 12 : 0
  return {
    width: Math.max(narrowest, Math.ceil(text) + besideText + slanted),
    height: (shownDetail === '' ? heights.one : heights.two) + (shape === 'table' ? drumTop : 0),
    name,
    detail: shownDetail,
    tooltip: name === whole ? '' : whole,
  }
}

/** Of the head of a frame: how much room the text takes that stands above what is in it. */
export const frameRoom = { head: 38, side: 18 } as const

/** What the head of a frame shows. */
export function frameLook({ label, detail }: DiagramItem): BoxLook {
  const whole = plainText(label)
  const name = fitText(whole, fontSizes.title * titleBoldness, 2 * widestText)
  const shownDetail = detail === '' ? '' : fitText(plainText(detail), fontSizes.detail, widestText)
  const text =
    textExtent(name, fontSizes.title * titleBoldness) + 10 + textExtent(shownDetail, fontSizes.detail * boldness)
  const tooltip = name === whole ? '' : whole
  return { width: Math.ceil(text) + 2 * frameRoom.side, height: frameRoom.head, name, detail: shownDetail, tooltip }
}

const widestLabel = 150

/** What stands beside a line, shortened. */
export function lineLabel(label: string): string {
  return fitText(plainText(label), fontSizes.label, widestLabel)
}

/** How big the label of a line is, with room around it. */
export function labelSize(shown: string): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(textExtent(shown, fontSizes.label) * boldness) + 8, height: 16 }
}
