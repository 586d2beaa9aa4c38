import { readdirSync, readFileSync } from 'node:fs'
import { readSpec } from 'flowspec'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { shapes } from './shapes.ts'

/** A document that may be changed. */
export type Draft = Record<string, unknown>

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Number)
}

/** Small documents of all shapes, and the real ones where they are at hand. */
export function documents(): readonly string[] {
  const made = Object.values(shapes).map((shape) => JSON.stringify(shape(4)))
  if (sharedFolder === undefined) return made
  const real = readdirSync(sharedFile('corpus'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(sharedFile(`corpus/${name}`), 'utf8'))
  return [...made, ...real]
}

/** Numbers from a seed, the same in each run (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What fields may be called instead, as the reference parser reads them. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'do-while': ['doWhile'],
  'for-each': ['foreach', 'forEach'],
  'param-hub': ['paramHub'],
  while: ['specWhile'],
  nodeOutputs: ['outputs', 'output', 'nodeOutput'],
  tables: ['table'],
  variables: ['variable'],
  referenceVariable: ['from'],
  inputs: ['input'],
  outputs: ['output'],
  dependencies: ['flow'],
  flow: ['dependencies'],
}

const values: readonly (() => unknown)[] = [
  () => null,
  () => 5,
  () => -1,
  () => 1.5,
  () => '',
  () => 'x',
  () => '{{x}}',
  () => '__proto__',
  () => 'toString',
  () => true,
  () => [],
  () => [null],
  () => [5, 'x'],
  () => ({}),
  () => ({ 'a/b': 1, 'c~d': { '': 2 } }),
  () => 12_345_678_901_234_567_890n,
  () => readSpec('{"x":1e400}')['x'],
  () => '2026-02-30 25:00:00',
  () => '00 00 00 31 2 ?',
  () => ({ nodes: [{ id: 'x', name: 'x' }] }),
]

interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly key: string
}

function placesIn(document: Draft): readonly Place[] {
  const found: Place[] = []
  const holders: (Record<string, unknown> | unknown[])[] = [document]
  for (const holder of holders) {
    for (const [key, value] of Object.entries(holder)) {
      found.push({ holder, key })
      if (isObject(value) || Array.isArray(value)) holders.push(value)
    }
  }
  return found
}

function put({ holder, key }: Place, value: unknown): void {
  Reflect.set(holder, key, value)
}

type Change = (places: readonly Place[], random: (below: number) => number) => void

function pick<Item>(items: readonly Item[], random: (below: number) => number): Item | undefined {
  return items[random(items.length)]
}

const changes: readonly Change[] = [
  (places, random) => {
    const place = pick(places, random)
    if (place !== undefined) put(place, pick(values, random)?.())
  },
  (places, random) => {
    const place = pick(places, random)
    if (place !== undefined) Reflect.deleteProperty(place.holder, place.key)
    if (Array.isArray(place?.holder)) place.holder.splice(Number(place.key), 1)
  },
  // The value of one place in another.
  (places, random) => {
    const [from, to] = [pick(places, random), pick(places, random)]
    if (from !== undefined && to !== undefined) put(to, structuredCloneOf(Reflect.get(from.holder, from.key)))
  },
  // One field under another name, known or not.
  (places, random) => {
    const named = places.filter(({ holder, key }) => isObject(holder) && Object.hasOwn(spellings, key))
    const place = pick(named.length > 0 ? named : places, random)
    if (place === undefined || !isObject(place.holder)) return
    const name = pick(spellings[place.key] ?? ['field/of~mine'], random) ?? 'x'
    put({ holder: place.holder, key: name }, random(2) > 0 ? pick(values, random)?.() : place.holder[place.key])
    if (random(4) > 0) Reflect.deleteProperty(place.holder, place.key)
  },
  // An item of a list once more.
  (places, random) => {
    const place = pick(
      places.filter(({ holder }) => Array.isArray(holder)),
      random,
    )
    if (Array.isArray(place?.holder)) place.holder.push(structuredCloneOf(place.holder[Number(place.key)]))
  },
]

/** A deep copy that keeps numbers which are no plain ones. */
function structuredCloneOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCloneOf)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCloneOf(inner)]))
}

/** A document with one to four changes. */
export function mutated(text: string, random: (below: number) => number): Draft {
  const document = random(2) > 0 ? { ...readSpec(text) } : respelled(text, random)
  for (let left = 1 + random(4); left > 0; left--) pick(changes, random)?.(placesIn(document), random)
  return document
}

/** A document with every field under another of its names. */
export function respelled(text: string, random: (below: number) => number): Draft {
  const document = { ...readSpec(text) }
  for (const { holder, key } of placesIn(document)) {
    const name = isObject(holder) ? pick(spellings[key] ?? [], random) : undefined
    if (name === undefined || !isObject(holder) || Object.hasOwn(holder, name)) continue
    put({ holder, key: name }, holder[key])
    Reflect.deleteProperty(holder, key)
  }
  return document
}

/** Whether a JSON Pointer (RFC 6901) leads to something. */
export function resolves(pointer: string, document: unknown): boolean {
  if (pointer === '') return true
  if (!pointer.startsWith('/')) return false
  let at = document
  for (const segment of pointer.slice(1).split('/')) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = Reflect.get(at, key)
  }
  return true
}
