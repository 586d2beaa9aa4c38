import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { entryPoints, projectFolder } from '../build/entry-points.ts'
import type { GeneratedFile } from '../generate/generated-file.ts'

type Imports = ReadonlyMap<string, ReadonlySet<string>>

/** Where each room is drawn, and what it holds, in few words. */
const places: Readonly<Record<string, { readonly column: number; readonly row: number; readonly holds: string }>> = {
  diagnostics: { column: 1, row: 0, holds: 'what is said of faults' },
  language: { column: 3, row: 0, holds: 'FlowSpec as data' },
  schedule: { column: 0, row: 1, holds: 'crons, zones, parameters' },
  document: { column: 3, row: 1, holds: 'JSON, index, conversion' },
  simulate: { column: 1, row: 3, holds: 'instances of a span' },
  graph: { column: 2, row: 2, holds: 'order, cycles, drawings' },
  yaml: { column: 3, row: 2, holds: 'documents as YAML' },
  emulator: { column: 4, row: 3, holds: 'the service, on a laptop' },
  check: { column: 0, row: 3, holds: 'rules and reports' },
  builders: { column: 0, row: 4, holds: 'what users type' },
  index: { column: 0, row: 5, holds: 'the core' },
  sql: { column: 3, row: 5, holds: 'tables that SQL uses' },
  templates: { column: 1, row: 5, holds: 'workflows to fill in' },
  codegen: { column: 4, row: 5, holds: 'documents as code' },
  migration: { column: 1, row: 6, holds: 'other schedulers' },
  dataworks: { column: 2, row: 5, holds: 'the adapter' },
  config: { column: 2, row: 6, holds: 'flowspec.config.ts' },
  preview: { column: 3, row: 6, holds: 'a page to look at' },
  vitest: { column: 4, row: 6, holds: 'matchers for tests' },
  cli: { column: 2, row: 7, holds: 'the command' },
}

const src = join(projectFolder, 'src')
const roomOf = (path: string): string => (path.includes(sep) ? path.slice(0, path.indexOf(sep)) : 'index')

/** The rooms that the files of each room import. */
function readImports(): Imports {
  const rooms = new Map<string, Set<string>>()
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.[cm]?ts$/.test(path),
  )) {
    const room = roomOf(file)
    const imported = rooms.get(room) ?? new Set()
    rooms.set(room, imported)
    for (const { fileName } of ts.preProcessFile(readFileSync(join(src, file), 'utf8'), true, true).importedFiles) {
      const target = fileName.startsWith('.') ? roomOf(relative(src, join(src, dirname(file), fileName))) : room
      if (target !== room) imported.add(target)
    }
  }
  return rooms
}

function reached(room: string, imports: Imports): ReadonlySet<string> {
  const found = new Set(imports.get(room))
  for (const one of found) for (const next of imports.get(one) ?? []) found.add(next)
  return found
}

/** What a room imports, without what it reaches over another one anyway: all arrows would be a tangle. */
function nearest(room: string, imports: Imports): string[] {
  const direct = [...(imports.get(room) ?? [])]
  return direct.filter((one) => !direct.some((other) => other !== one && reached(other, imports).has(one)))
}

const [width, height, columnWidth, rowHeight, margin] = [168, 50, 196, 96, 16]

const size = {
  width: Math.max(...Object.values(places).map(({ column }) => column)) * columnWidth + width + 2 * margin,
  height: Math.max(...Object.values(places).map(({ row }) => row)) * rowHeight + height + 2 * margin,
}

function placeOf(room: string): { readonly x: number; readonly y: number; readonly holds: string } {
  const place = places[room]
  if (place === undefined) throw new Error(`the picture of the rooms has no place for ${room}`)
  return { x: margin + place.column * columnWidth, y: margin + place.row * rowHeight, holds: place.holds }
}

function box(room: string): string {
  const { x, y, holds } = placeOf(room)
  const source = room === 'index' ? 'src/index.ts' : `src/${room}/index.ts`
  const entry = entryPoints().find((one) => one.source === source)?.specifier
  const middle = x + width / 2
  const title = entry === undefined ? holds : `${holds}: ${entry}`
  return [
    `<g><title>${title}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${entry === undefined ? 'room' : 'room entry'}"/>`,
    `<text x="${middle}" y="${y + 21}" class="name">${room === 'index' ? 'index.ts' : `${room}/`}</text>`,
    `<text x="${middle}" y="${y + 39}">${holds}</text></g>`,
  ].join('')
}

/** An arrow from the top of a room to the bottom of one that it imports. */
function arrow(from: string, to: string): string {
  const [start, end] = [placeOf(from), placeOf(to)]
  if (end.y >= start.y) throw new Error(`${from} imports ${to}, which the picture does not have above it`)
  return `<line x1="${start.x + width / 2}" y1="${start.y}" x2="${end.x + width / 2}" y2="${end.y + height + 7}"/>`
}

const style = [
  'text { font: 12px sans-serif; text-anchor: middle; fill: #24292f }',
  '.name { font-weight: bold; font-size: 14px }',
  '.room { fill: #f6f8fa; stroke: #8c959f }',
  '.entry { stroke: #0969da; stroke-width: 2 }',
  'line { stroke: #57606a; marker-end: url(#head) }',
].join(' ')

/** The picture of the rooms, made from the imports: a new room, or an arrow up, makes it fail. */
export function generateRoomsPicture(): GeneratedFile {
  const imports = readImports()
  const rooms = Object.keys(places).filter((room) => imports.has(room))
  const arrows = [...imports.keys()].sort().flatMap((room) =>
    nearest(room, imports)
      .sort()
      .map((to) => arrow(room, to)),
  )
  const missing = [...imports.keys()].filter((room) => !rooms.includes(room))
  if (missing.length > 0) throw new Error(`the picture of the rooms has no place for ${missing.join(', ')}`)
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    '<title>The rooms of src and what they import</title>',
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#57606a"/></marker></defs>',
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...arrows,
    ...rooms.map(box),
    '</svg>',
    '',
  ]
  return { path: 'docs/images/rooms.svg', text: text.join('\n') }
}
