import type { DefaultsInput } from '../../builders/node/defaults.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import { isSame } from '../rest/difference.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { commandOf, objectIn } from '../steps/node-steps.ts'
import { nodeStrategyFields, strategyInput } from '../steps/strategy-steps.ts'

/** All nodes in a document or a part of one, those inside others too. */
export function allNodes(held: unknown): readonly Fields[] {
  const found: Fields[] = []
  const queue: unknown[] = [held]
  for (const value of queue) {
    if (!isRecord(value)) continue
    for (const node of [...itemsOf(value['nodes']), value['while']].filter(isRecord)) found.push(node)
    for (const inner of [...Object.values(value), ...itemsOf(value['nodes']), ...itemsOf(value['workflows'])])
      queue.push(inner)
  }
  return found
}

function common<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first, ...rest] = values
  return first !== undefined && rest.every((one) => isSame(one, first)) ? first : undefined
}

function commonStrategy(nodes: readonly Fields[]): Fields {
  const [first = {}, ...rest] = nodes.map((node) => strategyInput('Node', node, nodeStrategyFields))
  return Object.fromEntries(
    Object.entries(first).filter(([field, value]) => rest.every((one) => isSame(one[field], value))),
  )
}

function commonDatasource(nodes: readonly Fields[]): string | undefined {
  const onOne = nodes.filter((node) => nodeTypes.get(commandOf(node))?.datasourceType !== undefined)
  const names = onOne.map((node) => {
    const held = objectIn(node, 'datasource')
    const type = nodeTypes.get(commandOf(node))?.datasourceType
    return Object.keys(held).length === 2 && held['type'] === type ? readText(held, 'name') : undefined
  })
  return onOne.length > 1 ? common(names) : undefined
}

function commonResource(nodes: readonly Fields[]): string | undefined {
  const running = nodes.filter((node) => commandOf(node) !== 'VIRTUAL')
  const idle = nodes.filter((node) => commandOf(node) === 'VIRTUAL' && node['runtimeResource'] !== undefined)
  const groups = running.map((node) => {
    const held = objectIn(node, 'runtimeResource')
    const cu = objectIn(objectIn(node, 'script'), 'runtime')['cu']
    return Object.keys(held).length === 1 && cu === undefined ? readText(held, 'resourceGroup') : undefined
  })
  return running.length > 1 && idle.length === 0 ? common(groups) : undefined
}

/**
 * What all nodes of a document have in common, for `.defaults(…)`.
 *
 * @param workflow - the workflow that gets the owner too
 */
export function liftedDefaults(nodes: readonly Fields[], workflow?: Fields): DefaultsInput {
  if (nodes.length < 2) return {}
  const owners = [...(workflow === undefined ? [] : [workflow]), ...nodes].map((one) => readText(one, 'owner'))
  const owner = common(owners)
  const datasource = commonDatasource(nodes)
  const resourceGroup = commonResource(nodes)
  const strategy = commonStrategy(nodes)
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(datasource === undefined ? {} : { datasource }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    ...(Object.keys(strategy).length === 0 ? {} : { strategy }),
  }
}
