import { firstOutput } from '../../builders/build/outputs.ts'
import { call, type Declaration, type Expression, literal } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { keyOf, nameOf } from '../steps/node-steps.ts'
import type { Manner } from './draft.ts'
import { armsOf } from './filled-structures.ts'

/** The nodes of a flow by their declarations, and which of these stand in the code so far. */
export interface Declared {
  readonly nodes: ReadonlyMap<Declaration, Fields>
  readonly done: ReadonlySet<Declaration>
  readonly manner: Manner
}

/** A node of the flow as dependencies write it. */
function dependencyOn(node: Fields, { edges }: Manner): Expression {
  const output = edges === 'id' ? undefined : firstOutput(node)
  if (output === undefined) return call('dependency', literal({ nodeId: keyOf(node) }))
  return call('dependency', literal(edges === 'named' ? { output, refTableName: nameOf(node) } : { output }))
}

/** An arm of a branch as dependencies write it; undefined for an arm that is not there. */
function dependencyOnArm(node: Fields, arm: Expression | undefined, { project }: Manner): Expression | undefined {
  const name = arm?.kind === 'literal' ? arm.value : undefined
  const found = armsOf(node, project).find((one) => one.arm === name)
  return found && call('dependency', literal({ output: found.output, refTableName: nameOf(node) }))
}

/**
 * An argument of a step of a node, where it refers to a node that is declared behind that one, as those of a circle are:
 * by name, or as dependencies write it where the types of the step take no names.
 */
export function asDeclared(argument: Expression, step: string, { nodes, done, manner }: Declared): Expression {
  if (argument.kind === 'reference' && !done.has(argument.to)) {
    const node = step === 'afterPrevious' ? nodes.get(argument.to) : undefined
    return node === undefined ? literal(argument.to.title) : dependencyOn(node, manner)
  }
  if (argument.kind !== 'method' || argument.name !== 'case' || argument.on.kind !== 'reference') return argument
  const branch = done.has(argument.on.to) ? undefined : nodes.get(argument.on.to)
  return (branch && dependencyOnArm(branch, argument.args[0], manner)) ?? argument
}
