import { printable } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { CommandConsole } from '../console/command-console.ts'
import { paletteOf } from '../text/palette.ts'

/** Something about what was imported: of a migration, with why it is so, and what to do about it. */
export interface ImportedNote {
  readonly place: string
  readonly what: string
  readonly why?: string
  readonly wayOut?: string
}

/** Notes that say the same of several places, in the order of the first ones. */
function alike(notes: readonly ImportedNote[]): readonly (readonly ImportedNote[])[] {
  const groups = new Map<string, ImportedNote[]>()
  for (const note of notes) addToGroup(groups, JSON.stringify([note.what, note.why, note.wayOut]), note)
  return [...groups.values()]
}

/** Tells notes, those of a migration in three lines each; those that say the same once, with all their places. */
export function tellNotes(notes: readonly ImportedNote[], console: CommandConsole): void {
  const palette = paletteOf(console.tellsColors)
  for (const group of alike(notes)) {
    const [first, ...others] = group
    if (first === undefined) continue
    const { place, what, why, wayOut } = first
    const where = others.length === 0 ? place : `${group.length} places`
    console.tell(`${palette.info('note')} ${printable(where)}: ${printable(what)}\n`)
    for (const line of [why, wayOut]) if (line !== undefined) console.tell(`  ${printable(line)}\n`)
    if (others.length > 0) for (const one of group) console.tell(`  at ${printable(one.place)}\n`)
  }
}
