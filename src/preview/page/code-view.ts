import type { PageItem } from '../page-data.ts'
import { element } from './dom.ts'
import { highlight, type Piece } from './highlight.ts'

/** More than anybody reads in a page. */
const mostShown = 100_000

/** Pieces by line: a comment or a text may go over several. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const { kind, text } of pieces) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ kind, text: part })
    }
  }
  return lines
}

function lineElement(pieces: readonly Piece[], isFilled: boolean): HTMLElement {
  const parts = pieces.map(({ kind, text }) =>
    kind === 'plain' ? text : element('span', { class: `code-${kind}` }, text),
  )
  return element('span', { class: isFilled ? 'line is-filled' : 'line' }, ...parts, '\n')
}

/** The code of a node, with lines replaced by those of a run. */
export function codeView({ code, language, name }: PageItem, filled: ReadonlyMap<number, string>): HTMLElement {
  const whole = code.split('\n')
  for (const [at, line] of filled) whole[at] = line
  const text = whole.join('\n')
  const shown = text.slice(0, mostShown)
  const lines = linesOf(highlight(shown, language)).map((pieces, at) => lineElement(pieces, filled.has(at)))
  const pre = element(
    'pre',
    { tabindex: '0', role: 'region', 'aria-label': `Code of ${name}` },
    element('code', {}, ...lines),
  )
  if (shown.length === text.length) return pre
  const rest = `… and ${(text.length - shown.length).toLocaleString('en')} more characters`
  return element('div', {}, pre, element('p', { class: 'quiet' }, rest))
}

/** A unified diff with its lines in colours, which have signs as well. */
export function diffView(diff: string): HTMLElement {
  const lines = diff
    .trimEnd()
    .split('\n')
    .slice(2)
    .filter((line) => !line.startsWith('\\'))
    .map((line) => {
      const kind = line.startsWith('+')
        ? 'added'
        : line.startsWith('-')
          ? 'removed'
          : line.startsWith('@')
            ? 'place'
            : 'same'
      return element('span', { class: `diff diff-${kind}` }, line, '\n')
    })
  return element(
    'pre',
    { tabindex: '0', role: 'region', 'aria-label': 'Changes of the code' },
    element('code', {}, ...lines),
  )
}
