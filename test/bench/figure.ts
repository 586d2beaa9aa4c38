/** One figure of the benchmark. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: '×' | 'ms' | 'kB' | 'a node' | 'calls'
  /** What it should be at most. Time depends on the machine and on what else runs there, so this is only printed. */
  readonly goal?: number
  /** What it must be at most: only of what is the same in every run, or so far off that no machine explains it. */
  readonly most?: number
  /** What the figure was made of. */
  readonly detail: string
}

/** Whether a figure is over the bound that it must keep; what is no number is. */
export function isOver({ value, most }: Figure): boolean {
  return most !== undefined && !(value <= most)
}

export function formatFigure(figure: Figure): string {
  const { name, value, unit, goal, most, detail } = figure
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  const wanted = goal === undefined ? '' : `goal ${goal}`
  const bound = most === undefined ? '' : `at most ${most}`
  const verdict = isOver(figure) ? 'OVER ' : ''
  const limits = [wanted, bound].filter((text) => text !== '').join(', ')
  return `${value.toFixed(digits).padStart(9)} ${unit.padEnd(6)} ${limits.padEnd(22)} ${verdict}${name} (${detail})\n`
}
