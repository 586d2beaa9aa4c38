import type { Entity } from '../../document/index/entity.ts'
import { isRecord } from '../../document/json/records.ts'
import type { ShallowError } from '../../language/validate.ts'
import { findingAt } from './finding.ts'
import type { DocumentedRule, DocumentRule, Finding } from './rule.ts'

/** A value that violates the shape of its entity. */
export interface ShapeFault {
  readonly entity: Entity
  /** The field and what is below it, joined by `/`; the empty string for the entity itself. */
  readonly field: string
  readonly value: unknown
  readonly error: ShallowError
}

function faultOf(entity: Entity, error: ShallowError): ShapeFault {
  const field = error.instancePath.slice(1)
  let value: unknown = entity.value
  for (const segment of field === '' ? [] : field.split('/')) {
    value = Array.isArray(value) ? value[Number(segment)] : isRecord(value) ? value[segment] : undefined
  }
  return { entity, field, value, error }
}

/** A rule about the shape of single entities: it says what it makes of each error with one of its keywords, if anything. */
// @__NO_SIDE_EFFECTS__
export function shapeRule(
  parts: DocumentedRule,
  keywords: readonly string[],
  explain: (fault: ShapeFault) => (Omit<Finding, 'path' | 'subject'> & { readonly below?: string }) | undefined,
): DocumentRule {
  return {
    ...parts,
    run(index, report) {
      for (const entity of index.faulty) {
        for (const error of entity.faults) {
          if (!keywords.includes(error.keyword)) continue
          const fault = faultOf(entity, error)
          const { below, ...finding } = explain(fault) ?? {}
          if ('message' in finding) report(findingAt(entity, below ?? fault.field, finding))
        }
      }
    },
  }
}

const entityLabels: Readonly<Partial<Record<Entity['name'], string>>> = {
  Document: 'the document',
  Spec: 'spec',
  NodeOutput: 'a node output',
  NodeReference: 'a node reference',
  RuntimeResource: 'a runtime resource',
  Artifacts: 'inputs or outputs',
  Dependency: 'an entry of dependencies',
  Depend: 'an entry of depends',
}

/** What a message calls the kind of an entity: "a node", "the document". */
export function describeEntity(entity: Entity): string {
  return entityLabels[entity.name] ?? `a ${entity.name.toLowerCase()}`
}
