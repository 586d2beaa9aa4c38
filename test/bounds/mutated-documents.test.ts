import { checkSpec, convertSpec, fromSpec, isFlowSpecError, readSpec, writeJson } from 'flowspec'
import { graphOf, order, toDot, toMermaid } from 'flowspec/graph'
import { formatInstances, simulate } from 'flowspec/simulate'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { type Draft, documents, mutated, randomFrom, resolves, respelled } from './mutated.ts'

const isThorough = process.env['FLOWSPEC_THOROUGH'] !== undefined
const seed = Number(process.env['FLOWSPEC_SEED'] ?? 20_260_301)
const count = Number(process.env['FLOWSPEC_DOCUMENTS'] ?? (isThorough ? 100_000 : 600))

const texts = documents()

/** What is wrong with what an operation says of a document: an error of another kind, or something that was lost. */
type Operation = (document: Draft, text: string) => string | undefined

function refused(error: unknown): undefined {
  // What is no error of this library is thrown on.
  if (!isFlowSpecError(error)) throw error
  return undefined
}

function pointerFaults(document: Draft): readonly string[] {
  return checkSpec(document)
    .filter(({ path }) => !resolves(path, document))
    .map(({ rule, path }) => `${rule} at ${path}, which is not there`)
}

/** Suppressed where it stands, a diagnostic is gone, and so are only those of its rule in the same place. */
function suppressionFaults(document: Draft): readonly string[] {
  const found = checkSpec(document)
  const [first] = found
  if (first === undefined) return []
  const { rule, path } = first
  const left = checkSpec(document, { suppress: [{ rule, path, reason: 'x' }] })
  return left.filter((one) => one.rule === rule && one.path === path).map((one) => `${one.rule} at ${one.path} is told`)
}

const operations: Readonly<Record<string, Operation>> = {
  'pointers of the check': (document) => pointerFaults(document)[0],
  'suppression of the check': (document) => suppressionFaults(document)[0],
  'JSON loses nothing': (document, text) =>
    writeJson(readSpec(text)) === writeJson(document) ? undefined : 'another document',
  'YAML loses nothing': (document, text) =>
    writeJson(readYaml(writeYaml(document)), { indent: 0 }) === writeJson(readSpec(text), { indent: 0 })
      ? undefined
      : 'another document',
  'builders lose nothing': (document, text) =>
    writeJson(Object(fromSpec(document).toJSON())) === writeJson(readSpec(text)) ? undefined : 'another document',
  build: (document) => {
    fromSpec(document).build()
    return undefined
  },
  'convert to 2.0.0': (document) => {
    const { documents: made } = convertSpec(document, { version: '2.0.0' })
    convertSpec(made, { version: '1.1.0' })
    return undefined
  },
  graph: (document) => {
    const graph = graphOf(document)
    toMermaid(graph)
    toDot(graph)
    order(graph)
    return undefined
  },
  simulate: (document) => {
    formatInstances(simulate(document, { from: '2026-03-01', to: '2026-03-02' }))
    return undefined
  },
}

function faultsOf(document: Draft): readonly string[] {
  const text = writeJson(document)
  return Object.entries(operations).flatMap(([name, operation]) => {
    const found: string[] = []
    try {
      const fault = operation(document, text)
      if (fault !== undefined) found.push(`${name}: ${fault}`)
    } catch (error) {
      try {
        refused(error)
      } catch {
        found.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
      }
    }
    if (writeJson(document) !== text) found.push(`${name} changed the document`)
    return found
  })
}

describe('whatever a document holds, nothing breaks of it and nothing is lost', () => {
  test('documents as they are', () => {
    expect(texts.flatMap((text) => faultsOf({ ...readSpec(text) }))).toEqual([])
  })

  test('documents in other spellings', () => {
    const random = randomFrom(seed)
    expect(texts.flatMap((text) => faultsOf(respelled(text, random)))).toEqual([])
  })

  test(`${count} changed documents`, () => {
    const random = randomFrom(seed)
    // One document for each kind of fault is enough to see it.
    const kinds = new Map<string, object>()
    for (let at = 0; at < count; at++) {
      const document = mutated(texts[random(texts.length)] ?? '{}', random)
      for (const fault of faultsOf(document)) {
        const kind = fault.replaceAll(/\d+/g, '0')
        if (!kinds.has(kind)) kinds.set(kind, { fault, document: writeJson(document, { indent: 0 }) })
      }
    }
    expect([...kinds.values()]).toEqual([])
  }, 20_000_000)
})
