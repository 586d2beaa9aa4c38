import { type ObjectSchema, S } from 'fluent-json-schema'
import { instanceModes, recurrences, rerunModes, timeoutUnits } from './enumerations.ts'

/** Adds the fields that say how instances run, which a node has of its own and a strategy has for a whole workflow. */
export function withRunFields(schema: ObjectSchema): ObjectSchema {
  return schema
    .prop(
      'priority',
      S.integer().minimum(1).maximum(8).description('Priority from 1 to 8, larger is more important. Default 1.'),
    )
    .prop(
      'timeout',
      S.integer().minimum(0).examples([0, 4]).description('Longest run time, in `timeoutUnit`; 0 is no limit.'),
    )
    .prop(
      'timeoutUnit',
      S.string().enum(timeoutUnits).description('Unit of `timeout`. Sources disagree on the default, so write it.'),
    )
    .prop(
      'instanceMode',
      S.string()
        .enum(instanceModes)
        .description(
          'When a changed definition makes instances: T+1 from the next day on, Immediately from now on. Default T+1.',
        ),
    )
    .prop(
      'rerunMode',
      S.string()
        .enum(rerunModes)
        .description(
          'Whether an instance may run again: Allowed always, FailureAllowed after a failure only, Denied never. Default Allowed.',
        ),
    )
    .prop(
      'rerunTimes',
      S.integer().minimum(0).maximum(10).examples([3]).description('Automatic reruns after a failure, 0 to 10.'),
    )
    .prop(
      'rerunInterval',
      S.integer()
        .minimum(0)
        .maximum(1_800_000)
        .examples([120_000, 180_000])
        .description('Wait before an automatic rerun, in milliseconds, at most 1,800,000.'),
    )
    .prop(
      'ignoreBranchConditionSkip',
      S.boolean().description('Whether the node runs even if an upstream branch skipped it.'),
    )
}

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
  .prop(
    'failureStrategy',
    S.string()
      .enum(['Break', 'Continue'])
      .description('Whether a failed node stops the run: Break stops it, Continue lets the other nodes go on.'),
  )
  .prop(
    'recurrenceType',
    S.string()
      .enum(recurrences)
      .description(
        'Whether instances run (Normal), succeed without running (Skip), are paused (Pause), or are not made by a schedule (NoneAuto).',
      ),
  )
