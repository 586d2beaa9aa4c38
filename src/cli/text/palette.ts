/** Makes text look like something on a terminal. */
type Paint = (text: string) => string

/** The looks that the command has. */
export interface Palette {
  readonly error: Paint
  readonly warning: Paint
  readonly info: Paint
  readonly good: Paint
  readonly strong: Paint
  readonly faint: Paint
}

const none: Paint = (text) => text

/** @param on - the code that begins the look, and the one that ends it */
function sgr(on: number, off: number): Paint {
  return (text) => (text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`)
}

const plain: Palette = { error: none, warning: none, info: none, good: none, strong: none, faint: none }

// The colours of the first sixteen, which every terminal shows as its user chose them.
const coloured: Palette = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  info: sgr(36, 39),
  good: sgr(32, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
}

export function paletteOf(hasColors: boolean): Palette {
  return hasColors ? coloured : plain
}
