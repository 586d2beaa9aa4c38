import { type ObjectSchema, S } from 'fluent-json-schema'
import { crons, recurrences, triggerTypes, zones } from './enumerations.ts'

export const triggerSchema: ObjectSchema = S.object()
  .description('When a workflow or node runs.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service.'))
  .prop(
    'type',
    S.string()
      .enum(triggerTypes)
      .description(
        'What starts a run: Scheduler follows `cron`, Manual is started by hand, Streaming runs on, Custom follows the trigger that `identifier` names, None is never started.',
      ),
  )
  .prop(
    'cron',
    S.string()
      .examples(crons)
      .description('Six fields: second minute hour day-of-month month day-of-week; the second is 00 and Monday is 1.'),
  )
  .prop('cycleType', S.string().enum(['Daily', 'NotDaily']).description('Whether the cron runs at most once a day.'))
  .prop('recurrence', S.string().enum(recurrences).description('Older place of the recurrence of a node.'))
  .prop(
    'startTime',
    S.string()
      .examples(['1970-01-01 00:00:00'])
      .description('First moment of the schedule, yyyy-MM-dd HH:mm:ss in `timezone`.'),
  )
  .prop(
    'endTime',
    S.string()
      .examples(['9999-01-01 00:00:00'])
      .description('Last moment of the schedule, yyyy-MM-dd HH:mm:ss in `timezone`.'),
  )
  .prop(
    'timezone',
    S.string().examples(zones).description('IANA name of the time zone in exact case. Default Asia/Shanghai.'),
  )
  .prop('delaySeconds', S.integer().minimum(0).description('Wait after the schedule time, in seconds.'))
  .prop('calendarId', S.integer().description('Identifier of a custom calendar.'))
  .prop('identifier', S.string().description('Name of the trigger when its type is Custom.'))
