import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

/** Adds what the two kinds of loop share: the nodes inside, and the limits. */
export function withLoopFields(schema: ObjectSchema): ObjectSchema {
  return schema
    .prop('nodes', listOf('Node', 'The nodes inside the loop.'))
    .prop('flow', listOf('Dependency', 'Dependencies between the nodes inside.'))
    .prop('maxIterations', S.integer().minimum(0).description('Most rounds; 128 in every export that was seen.'))
    .prop('parallelism', S.integer().minimum(0).description('Rounds at a time; 0 is one after the other.'))
}
