import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, isFlowSpecError, type ReadDocument, readSpec, writeJson } from 'flowspec'
import { createClient, type DataWorksClient, isDataWorksError, plan, submit } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { randomFrom } from '../bounds/mutated.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const files =
  sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => file.endsWith('.json'))

let taken = 0
let wrong = 0

/** What the document says that it comes after: outputs of other workflows are there already. */
function namedOutputs(text: string): readonly string[] {
  return [...text.matchAll(/"output" *: *"([^"]+)"/g)].map(([, output]) => output ?? '')
}

async function clientFor(text: string): Promise<DataWorksClient> {
  const emulator = await startEmulator({
    projects: [{ id: '10000', identifier: 'dw_project', outputs: namedOutputs(text) }],
    jobDuration: { polls: 0 },
  })
  onTestFinished(() => emulator.stop())
  return createClient({ endpoint: emulator.url, credentials: emulator.credentials })
}

/** A document of nodes as one of a workflow that holds them: the service takes those whole. */
function asWorkflow(document: ReadDocument): ReadDocument {
  const spec = Object(document['spec'])
  if (!Array.isArray(spec.nodes) || spec.workflows !== undefined) return document
  const workflow = {
    name: 'holder',
    script: { path: 'holder', runtime: { command: 'WORKFLOW' } },
    trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    nodes: spec.nodes,
    dependencies: spec.dependencies ?? spec.flow ?? [],
  }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { name: 'holder', workflows: [workflow] } }
}

/** What the check finds wrong is let through here: the plan is to be right of whatever the service takes. */
function lenient(document: ReadDocument): { readonly rules: Record<string, 'warning'> } {
  return { rules: Object.fromEntries(checkSpec(document).map(({ rule }) => [rule, 'warning'])) }
}

/** Whether the document arrived; one that is refused by the check or the service is not looked at. */
async function arrives(client: DataWorksClient, document: ReadDocument): Promise<boolean> {
  try {
    await submit(client, document, {
      projectId: 10000,
      wait: { interval: 1 },
      allowEmpty: true,
      acceptDifferences: true,
      check: lenient(document),
    })
    return true
  } catch (error) {
    if (isFlowSpecError(error) || isDataWorksError(error)) return false
    throw error
  }
}

/** Places of values inside of workflows and nodes, as keys that lead there, and of these those in inputs and outputs. */
function placesIn(document: unknown): Readonly<Record<'all' | 'artifacts', readonly (readonly string[])[]>> {
  const found: (readonly string[])[] = []
  const holders: (readonly [value: unknown, keys: readonly string[]])[] = [[document, []]]
  for (const [value, keys] of holders) {
    if (typeof value !== 'object' || value === null || value instanceof Number) continue
    for (const [key, held] of Object.entries(value)) {
      const path = [...keys, key]
      if (path.length > mostOuter) found.push(path)
      holders.push([held, path])
    }
  }
  return { all: found, artifacts: found.filter((path) => path.some((one) => one === 'inputs' || one === 'outputs')) }
}

/** How many keys lead to a workflow: `spec`, `workflows` and its number. */
const mostOuter = 3

const values: readonly unknown[] = [null, 5, '', true, [], {}, 'x', [null], [5, 'x'], { a: 1 }]

/** A document with another value in one of its places, half of the time in inputs and outputs; undefined for one that has none. */
function edited(document: ReadDocument, random: (below: number) => number, edit: number): ReadDocument | undefined {
  const { all, artifacts } = placesIn(document)
  const places = edit % 2 === 0 ? artifacts : all
  const place = places[random(Math.max(places.length, 1))]
  if (place === undefined) return undefined
  const copy: Record<string, unknown> = JSON.parse(writeJson(document))
  const holder = place.slice(0, -1).reduce<unknown>((value, key) => Reflect.get(Object(value), key), copy)
  Reflect.set(Object(holder), place.at(-1) ?? '', values[random(values.length)])
  return readSpec(JSON.stringify(copy))
}

const edits = process.env['FLOWSPEC_THOROUGH'] === undefined ? 2 : 24

describe.skipIf(files.length === 0)('real documents', () => {
  test.each(files)('%s: the plan of what was submitted is empty', async (file) => {
    const text = readFileSync(sharedFile(`corpus/${file}`), 'utf8')
    const document = asWorkflow(readSpec(text))
    const client = await clientFor(text)
    if (!(await arrives(client, document))) return
    taken++
    const planned = await plan(client, document, { projectId: 10000, check: lenient(document) })
    expect(planned.changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
  })

  test('were looked at', () => {
    expect(taken).toBeGreaterThan(100)
  })

  test.each(files.map((file, at) => [file, at] as const))(
    '%s: the plan is empty also with a wrong value somewhere, when that was submitted',
    async (file, at) => {
      const text = readFileSync(sharedFile(`corpus/${file}`), 'utf8')
      const whole = asWorkflow(readSpec(text))
      const random = randomFrom(at + 1)
      for (let edit = 0; edit < edits; edit++) {
        const document = edited(whole, random, edit)
        const client = await clientFor(text)
        if (document === undefined || !(await arrives(client, document))) continue
        wrong++
        const planned = await plan(client, document, { projectId: 10000, check: lenient(document) })
        const changes = planned.changes.filter(({ action }) => action !== 'unchanged')
        expect({ document: writeJson(document), changes }).toEqual({ document: expect.any(String), changes: [] })
      }
    },
    60_000,
  )

  test('were taken with wrong values', () => {
    expect(wrong).toBeGreaterThan(60)
  })
})
