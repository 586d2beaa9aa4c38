import { textWidth } from '../../diagnostics/text-width.ts'

/** A number of things: `1 error`, `3 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A list in a sentence: `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** How long something took: `0.3 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  // Rounded first: what is nearly a minute is one, and not 60 seconds.
  const tenths = Math.round(milliseconds / 100)
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** A text in lines of at most 96 columns, each after the indent. */
export function wrapped(text: string, indent: string): string {
  const lines: string[] = []
  let line = indent
  let width = indent.length
  for (const word of text.split(' ')) {
    const added = textWidth(word)
    if (width + added > 96 && line !== indent) {
      lines.push(line.trimEnd())
      line = indent
      width = indent.length
    }
    line += `${word} `
    width += added + 1
  }
  return [...lines, line.trimEnd()].join('\n')
}
