import { textWidth } from '../../diagnostics/text-width.ts'

/** How wide a text is; of one that is longer than any line, some width that is too much. */
function widthOf(text: string): number {
  return text.length > 3 * lineWidth ? text.length : textWidth(text)
}

/** A piece of text that is laid out in as few lines as fit. */
export type Layout =
  | string
  | { readonly kind: 'all'; readonly parts: readonly Layout[] }
  | { readonly kind: 'group'; readonly inner: Layout; readonly isBroken: boolean }
  | { readonly kind: 'indent'; readonly inner: Layout }
  | { readonly kind: 'line'; readonly flat: string; readonly isHard: boolean }
  | { readonly kind: 'whenBroken'; readonly text: string }
  /** The first of the layouts that fits, else the last, broken. */
  | { readonly kind: 'choice'; readonly choices: readonly Layout[] }

export const lineWidth = 80
const tabWidth = 2

export function all(...parts: readonly Layout[]): Layout {
  return { kind: 'all', parts }
}

export function group(inner: Layout, isBroken = false): Layout {
  return { kind: 'group', inner, isBroken: isBroken || holdsBreak(inner) }
}

export function indent(inner: Layout): Layout {
  return { kind: 'indent', inner }
}

export function choice(...choices: readonly Layout[]): Layout {
  return { kind: 'choice', choices }
}

/** A break that is a space where the group stands in one line. */
export const line: Layout = { kind: 'line', flat: ' ', isHard: false }

/** A break that is nothing where the group stands in one line. */
export const softline: Layout = { kind: 'line', flat: '', isHard: false }

export const hardline: Layout = { kind: 'line', flat: '', isHard: true }

/** A comma where the group is broken. */
export const trailingComma: Layout = { kind: 'whenBroken', text: ',' }

/** Layouts with something between each two. */
export function separated(layouts: readonly Layout[], between: Layout): Layout {
  return all(...layouts.flatMap((one, at) => (at === 0 ? [one] : [between, one])))
}

/** Whether a layout cannot stand in one line. */
function holdsBreak(layout: Layout): boolean {
  if (typeof layout === 'string') return false
  switch (layout.kind) {
    case 'all':
      return layout.parts.some(holdsBreak)
    case 'group':
      return layout.isBroken
    case 'indent':
      return holdsBreak(layout.inner)
    case 'line':
      return layout.isHard
    case 'choice':
      return layout.choices.slice(0, 1).some(holdsBreak)
    case 'whenBroken':
      return false
  }
}

interface Piece {
  readonly layout: Layout
  readonly depth: number
  readonly isFlat: boolean
}

/** What a piece is made of, last part first, as a stack takes it; of a piece without parts nothing. */
function partsOf({ layout, depth, isFlat }: Piece): readonly Piece[] {
  if (typeof layout === 'string') return []
  if (layout.kind === 'all') return layout.parts.map((part) => ({ layout: part, depth, isFlat })).reverse()
  return layout.kind === 'indent' ? [{ layout: layout.inner, depth: depth + 1, isFlat }] : []
}

/** The columns that a piece takes in a line; undefined where the line ends. */
function columnsOf({ layout, isFlat }: Piece): number | undefined {
  if (typeof layout === 'string') return widthOf(layout)
  if (layout.kind === 'line') return isFlat && !layout.isHard ? layout.flat.length : undefined
  return layout.kind === 'whenBroken' && !isFlat ? layout.text.length : 0
}

/** A group or choice as it is measured: broken ones take what they take up to their first break. */
function measured(piece: Piece): Piece | undefined {
  const { layout, depth, isFlat } = piece
  if (typeof layout === 'string') return undefined
  if (layout.kind === 'group') return { layout: layout.inner, depth, isFlat: isFlat && !layout.isBroken }
  if (layout.kind !== 'choice') return undefined
  return { layout: (isFlat ? layout.choices[0] : layout.choices.at(-1)) ?? '', depth, isFlat }
}

/** Whether pieces fit into what is left of a line, up to the first break there must be. */
function fits(first: Piece, rest: readonly Piece[], width: number): boolean {
  let left = width
  const stack: Piece[] = [first]
  let next = rest.length
  while (left >= 0) {
    const piece = stack.pop() ?? rest[--next]
    if (piece === undefined) return true
    const inner = measured(piece)
    if (inner !== undefined) stack.push(inner)
    stack.push(...partsOf(piece))
    const columns = columnsOf(piece)
    if (columns === undefined) return true
    left -= columns
  }
  return false
}

/** The text that layouts become, and where in its last line it has come to. */
class Writer {
  readonly #out: string[] = []
  readonly #stack: Piece[]
  #column = 0
  /** What the line begins with as soon as there is something in it. */
  #indentation = ''

  constructor(layout: Layout) {
    this.#stack = [{ layout, depth: 0, isFlat: false }]
  }

  text(): string {
    for (let piece = this.#stack.pop(); piece !== undefined; piece = this.#stack.pop()) {
      const settled = this.#settled(piece)
      if (settled !== undefined) this.#stack.push(settled)
      this.#stack.push(...partsOf(piece))
      this.#write(piece)
    }
    return this.#out.join('')
  }

  #write({ layout, depth, isFlat }: Piece): void {
    if (typeof layout === 'string') this.#put(layout)
    else if (layout.kind === 'whenBroken' && !isFlat) this.#put(layout.text)
    else if (layout.kind === 'line' && isFlat && !layout.isHard) this.#put(layout.flat)
    else if (layout.kind === 'line') {
      this.#out.push('\n')
      this.#indentation = '\t'.repeat(depth)
      this.#column = depth * tabWidth
    }
  }

  #put(text: string): void {
    if (text === '') return
    this.#out.push(this.#indentation, text)
    this.#indentation = ''
    this.#column += widthOf(text)
  }

  /** A group in one line where it fits, and of choices the one that fits. */
  #settled({ layout, depth, isFlat }: Piece): Piece | undefined {
    if (typeof layout === 'string') return undefined
    if (layout.kind === 'choice') return this.#chosen(layout.choices, depth, isFlat)
    if (layout.kind !== 'group') return undefined
    const flat = { layout: layout.inner, depth, isFlat: true }
    return { ...flat, isFlat: !layout.isBroken && (isFlat || this.#isFitting(flat)) }
  }

  #chosen(choices: readonly Layout[], depth: number, isFlat: boolean): Piece {
    const [first = ''] = choices
    const flat = { layout: first, depth, isFlat: true }
    if (isFlat || (!holdsBreak(first) && this.#isFitting(flat))) return flat
    const broken = choices.slice(1).map((layout): Piece => ({ layout, depth, isFlat: false }))
    return broken.find((piece) => this.#isFitting(piece)) ?? broken.at(-1) ?? flat
  }

  #isFitting(piece: Piece): boolean {
    return fits(piece, this.#stack, lineWidth - this.#column)
  }
}

/** Writes a layout in lines of at most 80 columns where that can be; indented by tabs. */
export function render(layout: Layout): string {
  return new Writer(layout).text()
}
