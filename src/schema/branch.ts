import { type ObjectSchema, S } from 'fluent-json-schema'
import { listOf } from './list-of.ts'

export const branchSchema: ObjectSchema = S.object()
  .description('The conditions of a branch node; the first that holds wins.')
  .additionalProperties(false)
  .prop('branches', listOf('BranchArm', 'The conditions, in the order they are tried.'))
