import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isRecord, itemsOf } from '../json/records.ts'
import { referable } from '../references.ts'
import { pointerOf } from './entity.ts'
import { type ChildField, childOf, heldFields, storedFiles } from './entity-codes.ts'
import { EntityTree } from './entity-tree.ts'
import { addFlatSpec, flatSpec, withSpec } from './flat-spec.ts'
import { shapeFaults } from './shape-faults.ts'

/** Deeper nesting than any workflow has; it also ends documents that contain themselves through ever new objects. */
const deepest = 256
/** More entities than a document of 100,000 nodes has; it ends documents that repeat one object without end. */
const mostEntities = 4_000_000

/** Adds what stands in one field of an entity, or at one index of a list in it. */
function addChild(tree: EntityTree, index: number, child: ChildField, held: unknown, position: number): void {
  if (isRecord(held)) tree.add(held, index, child, position)
  else if (typeof held === 'string' && referable.has(child.entity)) {
    const field = position < 0 ? child.field : `${child.field}/${position}`
    tree.references.push({ holder: tree.view(index), field, text: held, entity: child.entity })
  }
}

function addChildren(tree: EntityTree, index: number, child: ChildField, held: unknown): void {
  if (!child.many) addChild(tree, index, child, held, -1)
  else if (Array.isArray(held)) {
    for (let at = 0; at < held.length && tree.size <= mostEntities; at++) addChild(tree, index, child, held[at], at)
  }
}

/** Adds the files of the body, which stand in it by the kind of their storage. */
function addStoredFiles(tree: EntityTree, index: number, files: unknown): void {
  if (!isRecord(files)) return
  for (const { storage, child } of storedFiles) {
    for (const [position, file] of itemsOf(files[storage]).entries()) {
      if (isRecord(file)) tree.add(file, index, child, position)
    }
  }
}

/** Whether a list is one that is not read, for it has entries under its other name: a workflow has `flow` for no `dependencies`. */
function isUnread({ field, fieldCode, spellingCode }: ChildField, value: Readonly<Record<string, unknown>>): boolean {
  return field === 'flow' && fieldCode !== spellingCode && itemsOf(value['dependencies']).length > 0
}

/** Adds the children of one entity. */
function expand(tree: EntityTree, index: number, value: Readonly<Record<string, unknown>>): void {
  const first = tree.size
  for (const child of heldFields(tree.nameCode(index), value)) {
    const held = value[child.field]
    if (held !== undefined && !isUnread(child, value)) addChildren(tree, index, child, held)
  }
  if (value['files'] !== undefined && tree.name(index) === 'Spec') addStoredFiles(tree, index, value['files'])
  if (tree.size > first) tree.setFirstChild(index, first)
}

/** How deep an entity stands; -1 when it stands in itself. */
function depthOf(tree: EntityTree, index: number): number {
  const value = tree.value(index)
  let depth = 0
  for (let at = tree.parent(index); at >= 0; at = tree.parent(at)) {
    if (tree.value(at) === value) return -1
    depth += 1
  }
  return depth
}

type StopRule = 'document/cyclic' | 'document/too-deep' | 'document/too-large'

/** Why an entity is not looked into; undefined when it is. */
function reasonToStop(tree: EntityTree, index: number): readonly [StopRule, string] | undefined {
  const depth = depthOf(tree, index)
  if (depth < 0) return ['document/cyclic', 'The document contains itself here, so it cannot be written as JSON.']
  if (depth > deepest) return ['document/too-deep', `The document is nested more than ${deepest} entities deep.`]
  if (tree.size <= mostEntities) return undefined
  return ['document/too-large', `The document has more than ${mostEntities} entities.`]
}

/** Every entity of a document, each validated on its own, and what stopped the walk. */
export interface CollectedEntities {
  readonly tree: EntityTree
  readonly faults: readonly Diagnostic[]
}

const entitiesOfNode = 11
const fewEntities = 64

function countNodes(holder: unknown): number {
  return isRecord(holder) && Array.isArray(holder['nodes']) ? holder['nodes'].length : 0
}

/** About how many entities a document has, so that room for them is made once. */
function expectedEntities({ spec }: Readonly<Record<string, unknown>>): number {
  const workflows: unknown = isRecord(spec) ? spec['workflows'] : undefined
  const first: unknown = Array.isArray(workflows) ? workflows[0] : undefined
  const nodes = countNodes(spec) + countNodes(first)
  return Math.min(fewEntities + nodes * entitiesOfNode, mostEntities)
}

/** Looks at the shape of one entity, and for its children. */
function visit(tree: EntityTree, index: number): void {
  const value = tree.value(index)
  const flat = index === 0 ? flatSpec(value) : undefined
  const found = shapeFaults(tree.name(index), flat === undefined ? value : withSpec(value, flat))
  if (found.length > 0) tree.faults.set(index, found)
  expand(tree, index, value)
  if (flat !== undefined) addFlatSpec(tree, flat)
}

/** Walks a document, never deeper or longer than it has to, and never by recursion. */
export function collectEntities(document: Readonly<Record<string, unknown>>): CollectedEntities {
  const tree = new EntityTree(expectedEntities(document))
  const faults: Diagnostic[] = []
  tree.add(document, -1, childOf('Document', ''), -1)
  for (let index = 0; index < tree.size; index++) {
    const stop = reasonToStop(tree, index)
    if (stop === undefined) {
      visit(tree, index)
      continue
    }
    const [rule, message] = stop
    const fault = createDiagnostic({ rule, severity: 'error', message, path: pointerOf(tree.view(index)) })
    // Rules would take as long over the part that was walked, and say little that is true of half a document.
    if (rule === 'document/too-large') return { tree: new EntityTree(0), faults: [fault] }
    faults.push(fault)
  }
  return { tree, faults }
}
