import { checkProject } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { edges, flow, node, output, outputs, times, workflows } from './parts.ts'

/** A document of a project: a workflow of some nodes. */
function member(at: number, more: object = {}): object {
  const names = times(5, (place) => `w${at}_${place}`)
  const nodes = names.map((name) => ({ ...node(at), id: name, name, ...outputs(`retail.${name}`) }))
  return workflows([flow(at, { nodes, ...more })])
}

const after = (at: number, data: string): object => ({
  dependencies: [{ nodeId: `w${at}_0`, depends: [{ output: data, type: 'Normal' }] }],
})

/** Projects of which every document has something to do with the others. */
const projects: Readonly<Record<string, (at: number) => object>> = {
  'documents that have nothing to do with one another': (at) => member(at),
  'a chain of documents': (at) => member(at, after(at, `retail.w${Math.max(at - 1, 0)}_4`)),
  'all after one': (at) => member(at, after(at, 'retail.w0_4')),
  'outputs that none offers': (at) => member(at, after(at, `retail.x${at}`)),
  'outputs that are nearly offered': (at) => member(at, after(at, `retail.w${at}_44`)),
  'outputs of other projects': (at) => member(at, { inputs: { nodeOutputs: [output(`other.x${at}`)] } }),
  'workflows of one name': (at) => member(at, { name: 'same' }),
  'nodes of one name': (at) => workflows([flow(at, { nodes: [node(0)], dependencies: [edges(0, [])] })]),
  'one output for all': (at) => member(at, { outputs: { nodeOutputs: [output('retail.same')] } }),
}

function seconds(make: (at: number) => object, count: number): number {
  const runs = times(3, () => {
    const documents = times(count, make)
    const before = process.cpuUsage()
    checkProject(documents, { identifier: 'retail' })
    return process.cpuUsage(before).user / 1e6
  })
  return Math.min(...runs)
}

describe('a project of four times as many documents is checked in about four times as long:', () => {
  test.each(Object.entries(projects))('%s', (_, make) => {
    // A machine that does something else in between makes one measurement wrong, and not three.
    let growth = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 3 && growth >= 8; tries++)
      growth = seconds(make, 400) / Math.max(seconds(make, 100), 0.005)
    expect(growth).toBeLessThan(8)
  })
})
