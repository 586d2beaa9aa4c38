import { type ObjectSchema, S } from 'fluent-json-schema'
import { commands, datasourceTypes, languages, recurrences } from './enumerations.ts'
import { freeMap, listOf, reference } from './field-schemas.ts'
import { withRunFields } from './strategies.ts'

export const nodeSchema: ObjectSchema = withRunFields(
  S.object()
    .description('A node: one task of a workflow.')
    .additionalProperties(false)
    .prop('id', S.string().description('Identifier that dependencies use; a 19-digit string when the service gave it.'))
    .prop('name', S.string().description('Name, unique in the workspace; the last segment of `script.path`.'))
    .required()
    .prop('owner', S.string().description('Account id of the owner.'))
    .prop('description', S.string().description('Free text.'))
    .prop('script', reference('Script', 'The code, its language and its command.'))
    .prop('trigger', reference('Trigger', 'When the node runs; a node inside a workflow follows the workflow instead.'))
    .prop(
      'recurrence',
      S.string()
        .enum(recurrences)
        .description(
          'Normal runs; Skip succeeds without running; Pause fails and blocks what comes after; NoneAuto is not made by a schedule.',
        ),
    ),
)
  .prop('autoParse', S.boolean().description('Whether the service derives dependencies from the SQL.'))
  .prop('datasource', reference('Datasource', 'The data source the code runs on.'))
  .prop('datasets', listOf('Dataset', 'Datasets that are mounted where the node runs.'))
  .prop('runtimeResource', reference('RuntimeResource', 'The resource group the node runs on.'))
  .prop('fileResources', listOf('FileResource', 'Resources the code uses.'))
  .prop('functions', listOf('Function', 'Functions the code uses.'))
  .prop(
    'maxInternalConcurrency',
    S.integer().minimum(0).description('Most instances of the node at a time, 1 to 10,000; 0 is no limit.'),
  )
  .prop('strategy', reference('Strategy', 'Settings that override those of the workflow.'))
  .prop('inputs', reference('Artifacts', 'What the node reads.'))
  .prop('outputs', reference('Artifacts', 'What the node offers to others.'))
  .prop(
    'reference',
    reference('NodeReference', 'An existing node outside the document; the other fields are then left out.'),
  )
  .prop('branch', reference('Branch', 'Conditions of a CONTROLLER_BRANCH node.'))
  .prop('join', reference('Join', 'Arms of a CONTROLLER_JOIN node.'))
  .prop('do-while', reference('DoWhile', 'Body of a CONTROLLER_CYCLE node.'))
  .prop('for-each', reference('ForEach', 'Body of a CONTROLLER_TRAVERSE node.'))
  .prop('combined', reference('SubFlow', 'Body of a COMBINED_NODE node.'))
  .prop('subflow', reference('SubFlow', 'What a SUB_PROCESS node runs.'))
  .prop('paiflow', reference('PaiFlow', 'Body of a PAI_FLOW node.'))
  .prop('param-hub', reference('ParamHub', 'Variables of a PARAM_HUB node.'))
  .prop('component', reference('Component', 'The component a COMPONENT_SQL node uses.'))
  .prop('metadata', freeMap('Free map; written by the service.'))

export const nodeReferenceSchema: ObjectSchema = S.object()
  .description('Names an existing node outside the document.')
  .additionalProperties(false)
  .prop('output', S.string().description('An output of that node.'))
  .required()

export const scriptSchema: ObjectSchema = S.object()
  .description('The code of a node or the path of a workflow.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service.'))
  .prop('path', S.string().description('Folder path that ends with the name of the entity.'))
  .prop('language', S.string().examples(languages).description('Language of the code, such as odps-sql.'))
  .prop('extension', S.string().description('File suffix of the code.'))
  .prop('runtime', reference('Runtime', 'The command that runs the code.'))
  .prop('content', S.string().description('The code as text; for JSON-based node types, JSON as text.'))
  .prop('parameters', listOf('Variable', 'Scheduling parameters of the code.'))

export const runtimeSchema: ObjectSchema = S.object()
  .description('The command that runs a script, and the settings of its engine.')
  .additionalProperties(false)
  .prop(
    'engine',
    S.string()
      .examples(['General', 'MaxCompute', 'EMR', 'Hologres', 'Flink', 'CDH', 'Database'])
      .description('Engine label, such as MaxCompute.'),
  )
  .prop(
    'command',
    S.string()
      .examples(commands)
      .description('Node type, such as ODPS_SQL; WORKFLOW of a workflow. It cannot change after creation.'),
  )
  .prop('commandTypeId', S.integer().description('Numeric code of the node type.'))
  .prop('template', freeMap('EMR launcher template of old documents.'))
  .prop('emrJobConfig', freeMap('Settings of an EMR job.'))
  .prop('cdhJobConfig', freeMap('Settings of a CDH job.'))
  .prop('adbJobConfig', freeMap('Settings of an AnalyticDB job.'))
  .prop('lindormJobConfig', freeMap('Settings of a Lindorm job.'))
  .prop('sparkConf', freeMap('Spark settings.'))
  .prop('flinkConf', freeMap('Flink settings.'))
  .prop('streamJobConfig', freeMap('Settings of a streaming job.'))
  .prop('paiflowConf', freeMap('Settings of a PAI flow.'))
  .prop('maxComputeConf', freeMap('MaxCompute settings, such as the quota.'))
  .prop('container', reference('Container', 'Container image the code runs in.'))
  .prop('cu', S.string().examples(['0.25', '0.5', '1']).description('Compute units as text, such as "0.25".'))

export const containerSchema: ObjectSchema = S.object()
  .description('The container image a node runs in.')
  .additionalProperties(false)
  .prop('image', S.string().description('Address of the image.'))
  .prop('imageId', S.string().description('Identifier of an image of the workspace.'))
  .prop('command', S.array().items(S.string()).description('Command.'))
  .prop('args', S.array().items(S.string()).description('Arguments.'))
  .prop('env', listOf('EnvironmentVariable', 'Environment variables.'))

export const environmentVariableSchema: ObjectSchema = S.object()
  .description('An environment variable of a container.')
  .additionalProperties(false)
  .prop('name', S.string().description('Name.'))
  .required()
  .prop('value', S.string().description('Value.'))
  .required()

export const datasetSchema: ObjectSchema = S.object()
  .description('A dataset that is mounted where a node runs.')
  .additionalProperties(false)
  .prop('identifier', S.string().description('Identifier of the dataset.'))
  .required()
  .prop('version', S.integer().description('Version of the dataset.'))
  .required()
  .prop('mountPath', S.string().description('Where it is mounted.'))
  .required()
  .prop('readOnly', S.boolean().description('Whether it can only be read.'))
  .prop('extOptions', S.string().description('Further options.'))

export const datasourceSchema: ObjectSchema = S.object()
  .description('A data source of the workspace.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier other entities refer to.'))
  .prop('name', S.string().description('Name in the workspace.'))
  .required()
  .prop('type', S.string().examples(datasourceTypes).description('Type, such as odps; the service may correct it.'))
  .prop('subType', S.string().description('Type within the type.'))
  .prop('config', S.string().description('Settings as JSON text.'))

export const runtimeResourceSchema: ObjectSchema = S.object()
  .description('The resource group a node runs on.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier given by the service.'))
  .prop(
    'resourceGroup',
    S.string().description('Identifier of the resource group, such as S_res_group_1_2; not its display name.'),
  )
  .required()
  .prop('resourceGroupId', S.string().description('Numeric identifier of the resource group.'))
  .prop('cu', S.string().description('Deprecated place of the compute units.'))

export const componentSchema: ObjectSchema = S.object()
  .description('A SQL component: SQL with parameters `@@{name}`, or its use in a node.')
  .additionalProperties(false)
  .prop('id', S.string().description('Identifier.'))
  .prop('name', S.string().description('Name, unique in the workspace.'))
  .required()
  .prop('owner', S.string().description('Account id of the owner.'))
  .prop('description', S.string().description('Free text.'))
  .prop('script', reference('Script', 'The SQL; its command is SQL_COMPONENT.'))
  .prop('inputs', listOf('ComponentParameter', 'Parameters that go in.'))
  .prop('outputs', listOf('ComponentParameter', 'Parameters that come out.'))
  .prop('metadata', freeMap('Free map; the version of the component a node uses stands here.'))

export const componentParameterSchema: ObjectSchema = S.object()
  .description('A parameter of a component.')
  .additionalProperties(false)
  .prop('name', S.string().description('Name, used as `@@{name}`.'))
  .required()
  .prop('type', S.string().description('Type, such as table or string.'))
  .prop('value', S.string().description('Value in the node that uses the component.'))
  .prop('args', S.string().description('Further arguments.'))
  .prop('defaultValue', S.string().description('Value when none is given.'))
  .prop('description', S.string().description('Free text.'))
