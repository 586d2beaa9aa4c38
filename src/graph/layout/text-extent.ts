import { isWideCharacter } from '../../diagnostics/text-width.ts'

/** How wide characters of a sans-serif are, in hundredths of the size of the text; the fonts of systems hardly differ. */
const widths: readonly (readonly [width: number, characters: string])[] = [
  [23, "'ijl|"],
  [28, ' !,./:;I[\\]ft`'],
  [34, '()-r{}"^'],
  [40, '*'],
  [51, 'Jckszvxy'],
  [57, '#$0123456789?L_abdeghnopqu'],
  [62, '+<=>~FTZ'],
  [69, '&ABEKPSVXY'],
  [75, 'CDHNRUw'],
  [80, 'GOQ'],
  [86, 'Mm'],
  [95, '%W'],
  [102, '@'],
]
const ofCharacter: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  widths.flatMap(([width, characters]) => Array.from(characters, (character): [string, number] => [character, width])),
)
const otherWidth = 62
const wideWidth = 102
const mark = /\p{M}|\u200d|\ufe0f/u

function widthOf(character: string): number {
  const known = ofCharacter.get(character)
  if (known !== undefined) return known
  if (mark.test(character)) return 0
  return isWideCharacter(character) ? wideWidth : otherWidth
}

/** How wide a text is in pixels, about: no font is at hand where pictures are made. */
export function textExtent(text: string, size: number): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return (width * size) / 100
}

/** A text that is at most so wide, its end left out where it is longer. */
export function fitText(text: string, size: number, widest: number): string {
  if (textExtent(text, size) <= widest) return text
  const most = (widest * 100) / size - wideWidth
  let [kept, width] = ['', 0]
  for (const character of text) {
    width += widthOf(character)
    if (width > most) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
