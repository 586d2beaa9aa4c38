import { type ObjectSchema, S } from 'fluent-json-schema'
import { freeMap } from './free-map.ts'
import { reference } from './reference.ts'

export const runtimeSchema: ObjectSchema = S.object()
  .description('The command that runs a script, and the settings of its engine.')
  .additionalProperties(false)
  .prop('engine', S.string().description('Engine label, such as MaxCompute.'))
  .prop('command', S.string().description('Node type, such as ODPS_SQL; it cannot change after creation.'))
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
  .prop('cu', S.string().description('Compute units as text, such as "0.25".'))
