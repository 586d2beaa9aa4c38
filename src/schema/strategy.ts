import { type ObjectSchema, S } from 'fluent-json-schema'
import { recurrences } from './enumerations.ts'
import { withRunFields } from './with-run-fields.ts'

export const strategySchema: ObjectSchema = withRunFields(
  S.object().description('How instances run.').additionalProperties(false),
)
  .prop(
    'priorityWeightStrategy',
    S.string().enum(['Disabled', 'Upstream']).description('Whether priority grows with what comes after.'),
  )
  .prop(
    'maxInternalConcurrency',
    S.integer().minimum(0).description('Most node instances of one run at a time; 0 is no limit.'),
  )
  .prop('failureStrategy', S.string().enum(['Break', 'Continue']).description('Whether a failed node stops the run.'))
  .prop('recurrenceType', S.string().enum(recurrences).description('Whether instances run, are skipped or are paused.'))
