import { at } from './base-document.ts'
import { append, both, type Edit } from './edit.ts'

const script = (name: string, command: string) => ({ path: `retail/orders/${name}`, runtime: { command } })
const list = {
  artifactType: 'Variable',
  name: 'loopDataArray',
  scope: 'NodeParameter',
  type: 'Constant',
  value: 'a,b',
}

/** A node of the body of {@link loopNode}, to stand inside of the loop. */
export const inside = (name: string, command = 'VIRTUAL'): object => ({
  id: name,
  name,
  script: script(name, command),
  outputs: { nodeOutputs: [{ data: `loop.${name}`, artifactType: 'NodeOutput' }] },
})

/** The same, to stand beside the loop. */
export const beside = (name: string, command = 'VIRTUAL'): object => ({
  ...inside(name, command),
  metadata: { container: { type: 'Node', uuid: 'loop' } },
})

/** A shell node of the body of {@link loopNode}, or another node with code. */
export const withCode = (name: string, content: string, command = 'DIDE_SHELL'): object => ({
  id: name,
  name,
  script: { ...script(name, command), content },
})

const body = { nodes: [inside('body')] }

/** Adds a loop behind `start` to the base document, as its fifth node. It has a body unless other nodes are given. */
export const loopNode = (structure: object): Edit =>
  both(
    append(`${at.workflow}/nodes`, {
      id: 'loop',
      name: 'loop',
      script: { ...script('loop', 'CONTROLLER_TRAVERSE'), parameters: [list] },
      'for-each': { ...body, ...structure },
    }),
    append(`${at.workflow}/dependencies`, { nodeId: 'loop', depends: [{ type: 'Normal', output: 'start' }] }),
  )

/** Adds a do-while loop behind `start` to the base document, as its fifth node. */
export const doWhileNode = (structure: object): Edit =>
  both(
    append(`${at.workflow}/nodes`, {
      id: 'loop',
      name: 'loop',
      script: script('loop', 'CONTROLLER_CYCLE'),
      'do-while': { ...body, ...structure },
    }),
    append(`${at.workflow}/dependencies`, { nodeId: 'loop', depends: [{ type: 'Normal', output: 'start' }] }),
  )
