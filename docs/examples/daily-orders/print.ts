import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined

/** Text in a style where the terminal shows styles. */
export function styled(format: Format, text: string): string {
  return colours ? styleText(format, text) : text
}

/** Prints a line. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Prints the heading of a step. */
export function heading(text: string): void {
  print(`\n${styled('bold', text)}`)
}

/** Prints something that went well. */
export function done(text: string): void {
  print(`  ${styled('green', '✓')} ${text}`)
}

/** Prints rows in columns of even width. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    print(
      `    ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
    )
}
