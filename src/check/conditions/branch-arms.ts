import { childEntities, type Entity, hasShape } from '../../document/index/entity.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import { structures } from '../../language/structures.ts'
import { outputText } from '../engine/outputs.ts'

/** An arm of a branch node: one of its field `branch`, or one that stands in its code alone. */
export interface BranchArm {
  readonly when: string
  /** The output that it leads to; undefined where it names none, or by a reference. */
  readonly output: string | undefined
  /** What the condition stands in, and in which of its fields. */
  readonly holder: Entity
  readonly field: 'when' | 'content'
  /** Which of the conditions of the code it is, from 1 on. */
  readonly inCode?: number
}

function fieldArms(branch: Entity | undefined): readonly BranchArm[] {
  if (branch === undefined) return []
  return childEntities(branch, 'branches')
    .filter(hasShape)
    .map((holder) => ({
      holder,
      field: 'when',
      when: readText(holder.value, 'when') ?? '',
      output: outputText(holder),
    }))
}

/** The list that the code of a branch is; empty where it is none, which is told by those who read it. */
function listIn(content: string): readonly unknown[] {
  if (!content.trimStart().startsWith('[')) return []
  try {
    return itemsOf(JSON.parse(content))
  } catch {
    return []
  }
}

/** The arms that the code says and the field does not: the service runs the code. */
function codeArms(node: Entity, known: readonly BranchArm[]): readonly BranchArm[] {
  const script = node.child('script')
  if (script === undefined || !hasShape(script)) return []
  const written = new Set(known.map(({ when }) => when.trim()))
  return listIn(readText(script.value, 'content') ?? '').flatMap((item, at): BranchArm[] => {
    const when = isRecord(item) ? readText(item, 'condition') : undefined
    if (when === undefined || written.has(when.trim())) return []
    return [{ when, output: readText(item, 'nodeoutput'), holder: script, field: 'content', inCode: at + 1 }]
  })
}

function isBranchRuntime({ value }: Entity): boolean {
  return value['command'] === structures.branch.command
}

function hasBranches(index: SpecIndex): boolean {
  if (index.entitiesOf('Branch').length > 0) return true
  for (const runtime of index.eachEntity('Runtime')) if (isBranchRuntime(runtime)) return true
  return false
}

function isBranch({ entity }: NodeEntry): boolean {
  if (entity.child('branch') !== undefined) return true
  const runtime = entity.child('script')?.child('runtime')
  return runtime !== undefined && isBranchRuntime(runtime)
}

/** The nodes that are branches, by their field or by their command; a document without any is looked through once. */
export function branchNodes(index: SpecIndex): readonly NodeEntry[] {
  return hasBranches(index) ? index.nodes.filter(isBranch) : []
}

/** All arms of a branch node. */
export function armsOfBranch({ entity: node }: NodeEntry): readonly BranchArm[] {
  const known = fieldArms(node.child('branch'))
  const inCode = codeArms(node, known)
  return inCode.length === 0 ? known : [...known, ...inCode]
}

/** What a message about a condition begins with, where its place does not say which it is. */
export function armPrefix({ inCode }: BranchArm): string {
  return inCode === undefined ? '' : `Condition ${inCode} of the code: `
}
