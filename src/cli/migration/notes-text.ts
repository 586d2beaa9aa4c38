import { printable } from '../../diagnostics/show-value.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { paletteOf } from '../text/palette.ts'

/** Something about what was imported: of a migration, with why it is so, and what to do about it. */
export interface ImportedNote {
  readonly place: string
  readonly what: string
  readonly why?: string
  readonly wayOut?: string
}

/** Tells notes, those of a migration in three lines each. */
export function tellNotes(notes: readonly ImportedNote[], console: CommandConsole): void {
  const palette = paletteOf(console.tellsColors)
  for (const { place, what, why, wayOut } of notes) {
    console.tell(`${palette.info('note')} ${printable(place)}: ${printable(what)}\n`)
    for (const line of [why, wayOut]) if (line !== undefined) console.tell(`  ${printable(line)}\n`)
  }
}
