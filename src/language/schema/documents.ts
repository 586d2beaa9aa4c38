import { type ObjectSchema, S } from 'fluent-json-schema'
import {
  crons,
  documentKinds,
  instanceModes,
  languageVersions,
  recurrences,
  rerunModes,
  timeoutUnits,
  triggerTypes,
  workflowTypes,
  zones,
} from './enumerations.ts'
import { freeMap, listOf, reference } from './fields.ts'

export const documentSchema: ObjectSchema = S.object()
  .description('A FlowSpec document: what DataWorks imports and exports.')
  .additionalProperties(false)
  .prop(
    'kind',
    S.string()
      .enum(documentKinds)
      .description(
        'What the document describes: CycleWorkflow is a scheduled workflow, ManualWorkflow one that is started by hand, TriggerWorkflow one that events start, Node a single node; Resource, Function, Component, Table and DataSource are what their names say.',
      ),
  )
  .required()
  .prop(
    'version',
    S.string()
      .pattern('^\\d+\\.\\d+\\.\\d+$')
      .examples(languageVersions)
      .description('Version of the language, such as 1.1.0.'),
  )
  .required()
  .prop('metadata', freeMap('Free map; the service writes `uuid`, `tenantId` and `projectId` here.'))
  .prop('spec', reference('Spec', 'The body of the document.'))
  .required()

export const specSchema: ObjectSchema = S.object()
  .description('The body of a document.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service; not needed to create.'))
  .prop('name', S.string().description('Name of the workflow the document describes.'))
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('strategy', reference('Strategy', 'How instances of a manual workflow run (version 1.x).'))
  .prop('variables', listOf('Variable', 'Variables other entities refer to by id.'))
  .prop('triggers', listOf('Trigger', 'Triggers other entities refer to by id.'))
  .prop('scripts', listOf('Script', 'Scripts other entities refer to by id.'))
  .prop('runtimeResources', listOf('RuntimeResource', 'Resource groups other entities refer to by id.'))
  .prop('datasources', listOf('Datasource', 'Data sources; the subject of a document of kind DataSource.'))
  .prop('fileResources', listOf('FileResource', 'Resources; the subject of a document of kind Resource.'))
  .prop('functions', listOf('Function', 'Functions; the subject of a document of kind Function.'))
  .prop('components', listOf('Component', 'Components; the subject of a document of kind Component.'))
  .prop('dqcRules', listOf('DqcRule', 'Data quality rules; the subject of a document of kind DataQuality.'))
  .prop('tables', listOf('Table', 'Tables; the subject of a document of kind Table.'))
  .prop(
    'dataIntegrationJobs',
    listOf('DataIntegrationJob', 'Jobs; the subject of a document of kind DataIntegrationJob.'),
  )
  .prop('artifacts', reference('Artifacts', 'Outputs, tables and variables other entities refer to by id.'))
  .prop('files', freeMap('Files by the kind of their storage, other entities refer to by id.'))
  .prop('workflows', listOf('Workflow', 'Workflows; the create and import operations read the first one only.'))
  .prop('nodes', listOf('Node', 'Nodes that stand outside a workflow.'))
  .prop('flow', listOf('Dependency', 'Dependencies between `nodes`, as version 1.x spells them.'))
  .prop('dependencies', listOf('Dependency', 'Dependencies between `nodes`, as version 2.0.0 spells them.'))

export const workflowSchema: ObjectSchema = S.object()
  .description('A workflow: nodes that share one trigger, and the dependencies between them.')
  .additionalProperties(false)
  .prop(
    'id',
    S.string().description(
      'Identifier; a 19-digit string when the service gave it. Import updates the workflow that has it.',
    ),
  )
  .prop('type', S.string().enum(workflowTypes).description('Type of the workflow.'))
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'Path of the workflow; its command is WORKFLOW.'))
  .required()
  .prop('trigger', reference('Trigger', 'When the workflow runs; its nodes follow it.'))
  .prop('strategy', reference('Strategy', 'How instances of the workflow run.'))
  .prop('name', S.string().description('Name, unique in the workspace; the last segment of `script.path`.'))
  .required()
  .prop('inputs', reference('Artifacts', 'What the workflow reads.'))
  .prop('outputs', reference('Artifacts', 'What the workflow offers to others.'))
  .prop(
    'nodes',
    listOf(
      'Node',
      'Nodes inside the workflow. CreateWorkflowDefinition ignores them, ImportWorkflowDefinition creates them.',
    ),
  )
  .prop('dependencies', listOf('Dependency', 'Dependencies of the nodes inside the workflow.'))
  .prop('citable', S.boolean().description('Whether a SUB_PROCESS node may run this workflow.'))
  .prop('metadata', freeMap('Free map; written by the service.'))

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
