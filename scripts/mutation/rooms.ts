import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
  check: ['check', 'diagnostics'],
  builders: ['builders'],
  simulate: ['simulate'],
  sql: ['sql'],
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

/** Threads, in which mutants run, cannot change the time zone of the machine. */
const needsProcess = 'test/schedule/machine-clock.test.ts'

/** Whether a file of tests loads the source again: with a mutant, all later ones would meet what that left behind. */
function loadsSourceAgain(file: string): boolean {
  return readFileSync(join(projectFolder, file), 'utf8').includes('vi.resetModules(')
}

function filesBelow(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  const files = readdirSync(join(projectFolder, path), { recursive: true, encoding: 'utf8' })
  return files.map((file) => `${path}/${file.replaceAll('\\', '/')}`)
}

/** The files of tests in some folders, or named one by one, that mutants are run against. */
export function testFilesIn(paths: readonly string[]): string[] {
  return paths
    .flatMap(filesBelow)
    .filter((file) => file.endsWith('.test.ts') && file !== needsProcess && !loadsSourceAgain(file))
}
