import { firstOutput } from '../../builders/build/outputs.ts'
import { upstreamOrder } from '../../document/index/upstream-order.ts'
import { isRecord, itemsOf, recordsOf } from '../../document/json/records.ts'
import { type Declaration, type Expression, literal, method, reference } from '../program/expression.ts'
import type { Fields } from '../rest/typed-fields.ts'
import { nameOf } from '../steps/node-steps.ts'

/** An output of another document, as code names it. */
export interface OutsideOutput {
  readonly expression: Expression
  /** What a dependency on it calls it. */
  readonly shown: string
}

/** Outputs of other documents, by the output strings. */
export type OutsideOutputs = ReadonlyMap<string, OutsideOutput>

/** The only workflow of a document. */
function workflowOf({ spec }: Fields): Fields | undefined {
  const [workflow, ...others] = itemsOf(isRecord(spec) ? spec['workflows'] : undefined)
  return isRecord(workflow) && others.length === 0 ? workflow : undefined
}

/** The outputs of a workflow and of its nodes, as they are taken of its builder. */
export function outputsOf(document: Fields, builder: Declaration): OutsideOutputs {
  const workflow = workflowOf(document)
  if (workflow === undefined) return new Map()
  const taken = (named: Fields, ...node: readonly Expression[]): readonly [string, OutsideOutput][] => {
    const output = firstOutput(named)
    const expression = method(reference(builder), 'outputOf', ...node)
    return output === undefined ? [] : [[output, { expression, shown: nameOf(named) }]]
  }
  return new Map([
    ...recordsOf(workflow['nodes']).flatMap((node) => taken(node, literal(nameOf(node)))),
    ...taken(workflow),
  ])
}

/** The documents that offer the outputs which a document names. */
function namedBy(document: Fields, offering: ReadonlyMap<string, number>): ReadonlySet<number> {
  const found = new Set<number>()
  const queue: unknown[] = [document]
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    const output: unknown = Reflect.get(value, 'output')
    const at = typeof output === 'string' ? offering.get(output) : undefined
    if (at !== undefined) found.add(at)
    for (const held of Object.values(value)) queue.push(held)
  }
  return found
}

/**
 * Documents in an order in which each stands after those whose outputs it names, as far as there is one: those of a circle
 * stand as they were.
 *
 * @returns their places in the list
 */
export function upstreamFirst(documents: readonly Fields[]): readonly number[] {
  const offering = new Map<string, number>()
  for (const [at, document] of documents.entries()) {
    const workflow = workflowOf(document)
    for (const named of workflow === undefined ? [] : [workflow, ...recordsOf(workflow['nodes'])]) {
      const output = firstOutput(named)
      if (output !== undefined) offering.set(output, at)
    }
  }
  const upstreams = documents.map((document) => namedBy(document, offering))
  return upstreamOrder(documents.keys(), (at) => upstreams[at] ?? [])
}
