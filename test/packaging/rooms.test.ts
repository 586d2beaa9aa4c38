import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { generateRoomsPicture } from '../../scripts/docs/rooms-picture.ts'

/** The rooms of src/ from top to bottom; `index` stands for src/index.ts, so what stands below it is not in the core. */
const rooms: readonly string[] = [
  ...['diagnostics', 'language', 'schedule', 'document', 'yaml', 'graph', 'check', 'builders', 'simulate', 'index'],
  ...['codegen', 'migration', 'sql', 'preview', 'templates', 'dataworks', 'config', 'emulator', 'vitest', 'cli'],
]

const mostInFolder = 20
const mostInCycle = 3

const src = join(projectFolder, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[cm]?[jt]s$/.test(path))

const roomOf = (path: string): string =>
  path.includes(sep) ? path.slice(0, path.indexOf(sep)) : path.replace(/\.ts$/, '')

/** Whether a file of one room may import one of another: a room imports only rooms above it. */
function mayImport(from: string, to: string): boolean {
  // The emulator judges what the adapter sends, so it shares no code with it.
  if (from === 'emulator' && to === 'dataworks') return false
  return from === to ? from !== 'index' : to !== 'index' && rooms.indexOf(to) < rooms.indexOf(from)
}

/** What each file of src imports, types too. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  files.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(src, file), 'utf8'), true, true)
    return [file, importedFiles.map(({ fileName }) => fileName)]
  }),
)

function ownImports(file: string): string[] {
  const relatives = (imports.get(file) ?? []).filter((specifier) => specifier.startsWith('.'))
  return relatives.map((specifier) => relative(src, join(src, dirname(file), specifier)))
}

/** The files that a file leads to, over any number of imports. */
function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set(ownImports(file))
  for (const one of reached) for (const next of ownImports(one)) reached.add(next)
  return reached
}

/** The files that import one another in a circle, one group for each circle or knot of circles. */
function cycles(): string[][] {
  const reached = new Map(files.map((file) => [file, reachedFrom(file)]))
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const knot = files.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file))
    if (knot.length > 1) groups.set(knot.join(), knot)
  }
  return [...groups.values()]
}

describe('the rooms of src', () => {
  test('are those that the order names', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(rooms))
  })

  test('import only rooms above them', () => {
    const wrong = files.flatMap((file) =>
      ownImports(file)
        .filter((target) => !mayImport(roomOf(file), roomOf(target)))
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('do not import the package by its name, which leads to a second copy of everything', () => {
    expect([...imports].filter(([, names]) => names.some((name) => /^flowspec(?:\/|$)/.test(name)))).toEqual([])
  })
})

test('the picture of the rooms has each of them at a place of its own', () => {
  const places = generateRoomsPicture().text.match(/<rect x="\d+" y="\d+"/g) ?? []
  expect([places.length, new Set(places).size]).toEqual([rooms.length, rooms.length])
})

describe('the files of src', () => {
  test(`import one another in circles of at most ${mostInCycle}`, () => {
    expect(cycles().filter(({ length }) => length > mostInCycle)).toEqual([])
  })

  test(`are at most ${mostInFolder} in a folder, rules apart`, () => {
    const counts = new Map<string, number>()
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    const isOfRules = (folder: string): boolean => /^check\/rules\/[a-z]+$/.test(folder.replaceAll(sep, '/'))
    expect([...counts].filter(([folder, count]) => count > mostInFolder && !isOfRules(folder))).toEqual([])
  })

  test('are of a size to be read', () => {
    const lengths = files
      .filter((file) => !file.includes(`generated${sep}`))
      .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length - 1 }))
      .sort((left, right) => left.lines - right.lines)
    const median = lengths[lengths.length >> 1]
    const longest = lengths.at(-1)
    process.stdout.write(
      `${lengths.length} files, half of them up to ${median?.lines} lines; the longest, ${longest?.file}, has ${longest?.lines}\n`,
    )
    expect(median?.lines).toBeGreaterThanOrEqual(50)
  })
})
