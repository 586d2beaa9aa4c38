import { type FlowDocument, manualWorkflow, odpsSql, shell, virtual, workflow } from 'flowspec'
import { entityFeatures } from './entity-features.ts'
import { nodeFeatures } from './node-features.ts'
import { structureFeatures } from './structure-features.ts'
import { workflowFeatures } from './workflow-features.ts'

/** A combination of features, and the document the builders make of it. */
export interface FeatureDocument {
  readonly name: string
  readonly document: FlowDocument
}

const cron = '00 02 00 * * ?'
const plain = workflow('w').cron(cron).nodes(virtual('start'))

function* combinations(): Generator<readonly [string, () => FlowDocument]> {
  for (const [name, apply] of nodeFeatures) {
    const node = apply(odpsSql('n').code('select 1').after('start'))
    yield [`node: ${name}`, () => plain.nodeList([node]).build({ project: 'p' })]
  }
  for (const [name, apply] of workflowFeatures) {
    yield [`workflow: ${name}`, () => apply(plain).build()]
  }
  for (const [name, nodes] of structureFeatures) {
    yield [`structure: ${name}`, () => plain.nodeList(nodes).build({ project: 'p' })]
    yield [`structure with bodies beside it: ${name}`, () => plain.nodeList(nodes).build({ loops: 'siblings' })]
    yield [`structure in a manual workflow: ${name}`, () => manualWorkflow('m').nodeList(nodes).build()]
  }
  // Each feature of a node meets one of a workflow and a structure, by turns.
  for (const [at, [name, apply]] of nodeFeatures.entries()) {
    const [around = '', arrange = (): typeof plain => plain] = workflowFeatures[at % workflowFeatures.length] ?? []
    const [inside = '', nodes = []] = structureFeatures[at % structureFeatures.length] ?? []
    const node = apply(shell('n').code('echo 1').after('start'))
    yield [
      `${name} + ${around} + ${inside}`,
      () =>
        arrange(plain)
          .nodeList([...nodes, node])
          .build({ project: 'p' }),
    ]
  }
  yield* entityFeatures
}

/** Documents made by builders that between them use every feature, alone and together with others. */
export const featureDocuments: readonly FeatureDocument[] = [...combinations()].map(([name, build]) => ({
  name,
  document: build(),
}))
