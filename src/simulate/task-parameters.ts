import type { Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'
import { entityOf } from './find-referenced.ts'
import type { Source, Task } from './task.ts'

/** A parameter of a node or workflow, as the document writes it. */
export interface TaskParameter {
  readonly name: string
  /** What is evaluated at a run; undefined when the value comes from elsewhere. */
  readonly expression: string | undefined
  /** Whether the value stands as it is, without being evaluated. */
  readonly isConstant: boolean
  /** Whether another node gives the value. */
  readonly isHandedOn: boolean
}

const handedOnTypes: ReadonlySet<string | undefined> = new Set(['NodeOutput', 'PassThrough', 'PaiOutput'])

/** The parameters of a task's script, those included that stand elsewhere and are referred to. */
export function parametersOf({ entity, source }: Task): readonly TaskParameter[] {
  const script = entity.child('script')
  const list = script?.value['parameters']
  if (script === undefined || !Array.isArray(list)) return []
  const byPosition = new Map(
    script.children.filter(({ field }) => field === 'parameters').map((each) => [each.position, each]),
  )
  return list.flatMap((item: unknown, position) => {
    const variable = byPosition.get(position) ?? referenced(item, source)
    const read = variable && readVariable(variable)
    return read === undefined ? [] : [read]
  })
}

function referenced(item: unknown, { index }: Source): Entity | undefined {
  return typeof item === 'string' ? entityOf(index, item, 'Variable') : undefined
}

function readVariable(variable: Entity): TaskParameter | undefined {
  const { value } = variable
  const name = readText(value, 'name')
  if (name === undefined) return undefined
  const type = readText(value, 'type')
  return {
    name,
    expression: readText(value, 'value'),
    isConstant: type === 'Constant',
    isHandedOn: handedOnTypes.has(type) || (value['referenceVariable'] ?? value['from'] ?? undefined) !== undefined,
  }
}
