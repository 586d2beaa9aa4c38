import { readdirSync, readFileSync } from 'node:fs'
import { type AnyNode, checkSpec, fromSpec, type ReadDocument, type RuleName, readSpec, writeJson } from 'flowspec'
import { readYaml } from 'flowspec/yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { featureDocuments } from './support/feature-documents.ts'

const files =
  sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => /\.(json|yaml)$/.test(file))

function read(file: string): ReadDocument {
  const text = readFileSync(sharedFile(`corpus/${file}`), 'utf8')
  return file.endsWith('.json') ? readSpec(text) : readYaml(text)
}

function severities(document: unknown): Partial<Record<RuleName, 'off'>> {
  return Object.fromEntries(checkSpec(document).map(({ rule }) => [rule, 'off' as const]))
}

interface Holder {
  readonly nodes?: readonly unknown[]
  readonly workflows?: readonly Holder[]
}

/** A copy of the document and the nodes in it that are objects, by the flow they stand in. */
function copyOf(document: ReadDocument): { readonly copy: ReadDocument; readonly flows: readonly object[][] } {
  const copy = structuredClone(document)
  const body = (copy['spec'] ?? copy) as Holder
  const holders = [body, ...(body.workflows ?? [])]
  const flows = holders.map(({ nodes = [] }) => nodes.filter((node) => typeof node === 'object' && node !== null))
  return { copy, flows }
}

function eachNode(document: ReadDocument, run: (node: AnyNode, flow: number, at: number) => void): void {
  const spec = fromSpec(document)
  const { flows } = copyOf(document)
  const inWorkflow = (flow: number): readonly AnyNode[] => spec.workflows[flow - 1]?.allNodes() ?? []
  for (const [flow, nodes] of flows.entries()) {
    const builders = flow === 0 ? spec.nodes : inWorkflow(flow)
    expect(builders).toHaveLength(nodes.length)
    for (const [at, builder] of builders.entries()) run(builder, flow, at)
  }
}

describe.skipIf(files.length === 0)('real documents as builders', () => {
  const counts = { documents: 0, workflows: 0, nodes: 0 }
  afterAll(() => {
    const { documents, workflows, nodes } = counts
    process.stdout.write(
      `\nreal documents: ${documents} through builders and back, ${workflows} workflows, ${nodes} nodes\n`,
    )
  })

  it.each(files)('%s is built again as it was', (file) => {
    const document = read(file)
    const spec = fromSpec(document)
    expect(spec.toJSON()).toStrictEqual(document)
    expect(spec.build({ rules: severities(document) })).toStrictEqual(document)
    expect(spec.check()).toEqual(checkSpec(document))
    expect(writeJson(spec.toJSON() as object)).toBe(writeJson(document))
    for (const workflow of spec.workflows) expect(workflow.toJSON()).toEqual(document)
    counts.documents += 1
    counts.workflows += spec.workflows.length
  })

  it.each(files)('%s changes in the node that is changed and nowhere else', (file) => {
    const document = read(file)
    const spec = fromSpec(document)
    eachNode(document, (node, flow, at) => {
      const { copy, flows } = copyOf(document)
      Object.assign(flows[flow]?.[at] ?? {}, { owner: 'somebody' })
      expect(spec.with(node.owner('somebody')).toJSON()).toEqual(copy)
      counts.nodes += 1
    })
  })
})

describe('documents of many features as builders', () => {
  it.each(featureDocuments)('$name is built again as it was', ({ document }) => {
    const spec = fromSpec(readSpec(writeJson(document)))
    expect(spec.build({ rules: severities(document) })).toStrictEqual(document)
    expect(writeJson(spec.toJSON() as object)).toBe(writeJson(document))
    expect(spec.with(...spec.workflows, ...spec.nodes).toJSON()).toEqual(document)
  })
})
