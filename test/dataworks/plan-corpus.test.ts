import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, isFlowSpecError, type ReadDocument, readSpec } from 'flowspec'
import { createClient, type DataWorksClient, isDataWorksError, plan, submit } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const files =
  sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => file.endsWith('.json'))

let taken = 0

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
      check: lenient(document),
    })
    return true
  } catch (error) {
    if (isFlowSpecError(error) || isDataWorksError(error)) return false
    throw error
  }
}

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
})
