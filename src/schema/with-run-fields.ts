import { type ObjectSchema, S } from 'fluent-json-schema'
import { instanceModes, rerunModes, timeoutUnits } from './enumerations.ts'

/** Adds the fields that say how instances run, which a node has of its own and a strategy has for a whole workflow. */
export function withRunFields(schema: ObjectSchema): ObjectSchema {
  return schema
    .prop(
      'priority',
      S.integer().minimum(1).maximum(8).description('Priority from 1 to 8, larger is more important. Default 1.'),
    )
    .prop('timeout', S.integer().minimum(0).description('Longest run time, in `timeoutUnit`; 0 is no limit.'))
    .prop(
      'timeoutUnit',
      S.string().enum(timeoutUnits).description('Unit of `timeout`. Sources disagree on the default, so write it.'),
    )
    .prop(
      'instanceMode',
      S.string().enum(instanceModes).description('When a changed definition makes instances. Default T+1.'),
    )
    .prop('rerunMode', S.string().enum(rerunModes).description('Whether an instance may run again. Default Allowed.'))
    .prop('rerunTimes', S.integer().minimum(0).maximum(10).description('Automatic reruns after a failure, 0 to 10.'))
    .prop(
      'rerunInterval',
      S.integer()
        .minimum(0)
        .maximum(1_800_000)
        .description('Wait before an automatic rerun, in milliseconds, at most 1,800,000.'),
    )
    .prop(
      'ignoreBranchConditionSkip',
      S.boolean().description('Whether the node runs even if an upstream branch skipped it.'),
    )
}
