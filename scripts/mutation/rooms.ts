import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../build/entry-points.ts'

/** The rooms of src, and the folders of test whose tests are about each. */
const testFolders: Readonly<Record<string, readonly string[]>> = {
  diagnostics: ['diagnostics', 'check'],
  language: ['language', 'document', 'check'],
  schedule: ['schedule'],
  document: ['document'],
  yaml: ['yaml'],
  graph: ['graph'],
  check: ['check'],
  builders: ['builders'],
  simulate: ['simulate'],
  templates: ['templates'],
  dataworks: ['dataworks'],
  emulator: ['emulator', 'dataworks'],
}

export const rooms: readonly string[] = Object.keys(testFolders)

/** The room of a source file; undefined for `src/index.ts`. */
export function roomOf(file: string): string | undefined {
  return rooms.find((room) => file.startsWith(`src/${room}/`))
}

/** The folders of tests that can notice a change of some rooms. */
export function testFoldersOf(names: Iterable<string>): string[] {
  const folders = new Set([...names].flatMap((name) => testFolders[name] ?? []))
  return [...folders].map((folder) => `test/${folder}`).filter((folder) => existsSync(join(projectFolder, folder)))
}
