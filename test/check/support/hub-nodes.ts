import { at } from './base-document.ts'
import { append, both, type Edit, set } from './edit.ts'

const variable = (name: string) => ({ artifactType: 'Variable', name, scope: 'NodeContext', type: 'Constant' })

const hub = {
  id: 'hub',
  name: 'hub',
  script: { path: 'retail/orders/hub', runtime: { command: 'PARAM_HUB' } },
  'param-hub': { variables: [{ ...variable('region'), value: 'cn-shanghai' }] },
  outputs: {
    nodeOutputs: [{ data: 'hub', artifactType: 'NodeOutput' }],
    variables: [{ ...variable('region'), value: 'cn-shanghai', node: { output: 'hub' } }],
  },
}

const taken = {
  artifactType: 'Variable',
  name: 'region',
  scope: 'NodeContext',
  type: 'NodeOutput',
  node: { output: 'hub' },
}

/** Adds a parameter node before `dwd`, which takes its variable: node 4, with the dependencies 1/2. */
export const hubNode: Edit = (document) =>
  both(
    append(`${at.workflow}/nodes`, structuredClone(hub)),
    append(`${at.workflow}/dependencies/1/depends`, { type: 'Normal', output: 'hub' }),
    set(`${at.dwd}/inputs/variables`, [structuredClone({ ...taken, inputName: 'r' })]),
    set(`${at.dwd}/script/parameters`, [
      {
        artifactType: 'Variable',
        name: 'r',
        scope: 'NodeContext',
        type: 'NodeOutput',
        referenceVariable: structuredClone(taken),
      },
    ]),
    set(`${at.dwd}/script/content`, "select '${r}'"),
  )(document)
