import type { Entity } from '../document/entity.ts'

const words: Readonly<Partial<Record<Entity['name'], string>>> = {
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
  return words[entity.name] ?? `a ${entity.name.toLowerCase()}`
}
