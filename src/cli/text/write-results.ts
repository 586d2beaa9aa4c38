import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CommandCall } from '../command.ts'
import { shownPath } from '../sources/source-files.ts'
import { count } from './words.ts'
import { requireWritable } from './writable-places.ts'

/** Writes a result to the file that `--out` names, else to standard output. */
export function writeResult({ console, options }: CommandCall, text: string): void {
  const out = options.text('out')
  if (out === undefined) {
    console.write(text)
    return
  }
  const path = resolve(console.cwd, out)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.tell(`Wrote ${shownPath(path, console.cwd)}.\n`)
}

/** Letters and digits of all scripts; a path means nothing more with them. */
const unsafe = /[^\p{L}\p{M}\p{N}_-]+/gu

/** The name of a file for something of that name, which is no other's and leads nowhere else. */
export function fileNameOf(name: string, taken: Set<string>): string {
  const plain = name.normalize('NFC').replaceAll(unsafe, '_').slice(0, 80) || '_'
  let unique = plain
  for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${plain}-${number}`
  taken.add(unique.toLowerCase())
  return unique
}

/**
 * Writes files into a folder, by their paths in it.
 *
 * @throws CommandError where one of them cannot be written, before any is
 */
export function writeFiles({ console }: CommandCall, out: string, files: ReadonlyMap<string, string>): void {
  const folder = resolve(console.cwd, out)
  requireWritable(
    [...files.keys()].map((name) => join(folder, name)),
    console.cwd,
  )
  for (const [name, text] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  console.tell(`Wrote ${count(files.size, 'file')} to ${shownPath(folder, console.cwd)}.\n`)
}
