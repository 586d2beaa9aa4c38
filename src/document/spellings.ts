import type { EntityName } from '../language/generated/entity-name.ts'

/**
 * Other spellings of fields that documents use and the reference parser reads, each with the spelling of the schema.
 * The hyphenated names are what is on the wire; the others are the names of the reference implementation's fields.
 * Groups of outputs and inputs are read in singular and plural, and `outputs` is an old name of `nodeOutputs`.
 */
export const spellings: Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>> = {
  // Read where `dependencies` has no entries.
  Workflow: { flow: 'dependencies' },
  Node: { doWhile: 'do-while', foreach: 'for-each', forEach: 'for-each', paramHub: 'param-hub' },
  DoWhile: { specWhile: 'while' },
  Artifacts: {
    outputs: 'nodeOutputs',
    output: 'nodeOutputs',
    nodeOutput: 'nodeOutputs',
    table: 'tables',
    variable: 'variables',
  },
  Variable: { from: 'referenceVariable' },
  Component: { input: 'inputs', output: 'outputs' },
}

/**
 * A field in the spelling that an object has it in: the one with a value where there are several, for null is absent; where
 * there is none, that of the schema.
 */
export function spelledField(entity: EntityName, holder: object, field: string): string {
  if (Object.hasOwn(holder, field) && Reflect.get(holder, field) !== null) return field
  const others = spellings[entity]
  if (others === undefined) return field
  const found = Object.keys(others).filter((other) => others[other] === field && Object.hasOwn(holder, other))
  const [first = field] = found
  return found.find((other) => Reflect.get(holder, other) !== null) ?? (Object.hasOwn(holder, field) ? field : first)
}
