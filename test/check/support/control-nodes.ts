import { at } from './base-document.ts'
import { append, both, type Edit } from './edit.ts'

const outputs = (...names: readonly string[]) => ({
  nodeOutputs: names.map((data) => ({ data, artifactType: 'NodeOutput' })),
})

const script = (name: string, command: string) => ({ path: `retail/orders/${name}`, runtime: { command } })

const route = {
  id: 'route',
  name: 'route',
  script: {
    ...script('route', 'CONTROLLER_BRANCH'),
    parameters: [{ name: 'size', artifactType: 'Variable', scope: 'NodeParameter', type: 'Constant', value: 'big' }],
  },
  branch: {
    branches: [
      { when: "'${size}' == 'big'", output: { data: 'route_big', artifactType: 'NodeOutput' } },
      { when: "'${size}' != 'big'", desc: 'the rest', output: { data: 'route_small', artifactType: 'NodeOutput' } },
    ],
  },
  outputs: outputs('route', 'route_big', 'route_small'),
}

const merged = {
  id: 'merged',
  name: 'merged',
  script: script('merged', 'CONTROLLER_JOIN'),
  join: {
    branches: [
      {
        name: 'a',
        output: { data: 'dwd', artifactType: 'NodeOutput' },
        assertion: { field: 'status', in: ['1', '2'] },
      },
      { name: 'b', nodeId: 'report.daily_1', assertion: { field: 'status', in: ['2'] } },
    ],
    logic: { expression: 'a and b' },
    resultStatus: '1',
  },
  outputs: outputs('merged'),
}

/** Adds a branch node behind `start`: node 4, with the dependencies 3. */
export const branchNode: Edit = both(
  append(`${at.workflow}/nodes`, route),
  append(`${at.workflow}/dependencies`, { nodeId: 'route', depends: [{ type: 'Normal', output: 'start' }] }),
)

/** Adds a join node behind `dwd` and `report.daily_1`, which comes after a branch: node 5, with the dependencies 4. */
export const joinNode: Edit = both(
  append(`${at.workflow}/nodes`, merged),
  append(`${at.workflow}/dependencies`, {
    nodeId: 'merged',
    depends: [
      { type: 'Normal', nodeId: 'dwd' },
      { type: 'Normal', output: 'report.daily_1' },
    ],
  }),
)
