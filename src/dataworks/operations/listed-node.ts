import { type Answer, numberIn, objectIn, objectsIn, requiredText, textIn } from './answer.ts'

/** A node in a list. Times are in milliseconds, those of creation and change since 1970. */
export interface ListedNode {
  readonly id: string
  readonly name: string
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly description: string | undefined
  readonly recurrence: string | undefined
  /** The id the node has in the scheduler; only once it is published. */
  readonly taskId: string | undefined
  readonly createTime: number | undefined
  readonly modifyTime: number | undefined
  readonly script: {
    readonly id: string | undefined
    readonly path: string | undefined
    readonly command: string | undefined
  }
  readonly trigger: {
    readonly id: string | undefined
    readonly type: string | undefined
    readonly cron: string | undefined
    readonly startTime: string | undefined
    readonly endTime: string | undefined
    readonly timezone: string | undefined
  }
  readonly strategy: {
    readonly instanceMode: string | undefined
    readonly rerunMode: string | undefined
    readonly rerunTimes: number | undefined
    readonly rerunInterval: number | undefined
    readonly timeout: number | undefined
  }
  readonly runtimeResource: {
    readonly resourceGroup: string | undefined
    readonly resourceGroupId: string | undefined
  }
  readonly dataSource: { readonly name: string | undefined; readonly type: string | undefined }
  readonly tags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
  readonly inputs: ListedArtifacts
  readonly outputs: ListedArtifacts
}

function readScript(script: Answer): ListedNode['script'] {
  const command = textIn(objectIn(script, 'Runtime'), 'Command')
  return { id: textIn(script, 'Id'), path: textIn(script, 'Path'), command }
}

function readTrigger(trigger: Answer): ListedNode['trigger'] {
  return {
    id: textIn(trigger, 'Id'),
    type: textIn(trigger, 'Type'),
    cron: textIn(trigger, 'Cron'),
    startTime: textIn(trigger, 'StartTime'),
    endTime: textIn(trigger, 'EndTime'),
    timezone: textIn(trigger, 'Timezone'),
  }
}

function readStrategy(strategy: Answer): ListedNode['strategy'] {
  return {
    instanceMode: textIn(strategy, 'InstanceMode'),
    rerunMode: textIn(strategy, 'RerunMode'),
    rerunTimes: numberIn(strategy, 'RerunTimes'),
    rerunInterval: numberIn(strategy, 'RerunInterval'),
    timeout: numberIn(strategy, 'Timeout'),
  }
}

/** Reads one node of a list. */
export function readListedNode(item: Answer): ListedNode {
  const resource = objectIn(item, 'RuntimeResource')
  const dataSource = objectIn(item, 'DataSource')
  return {
    id: requiredText(item, 'Id'),
    name: requiredText(item, 'Name'),
    owner: textIn(item, 'Owner'),
    projectId: textIn(item, 'ProjectId'),
    description: textIn(item, 'Description'),
    recurrence: textIn(item, 'Recurrence'),
    taskId: textIn(item, 'TaskId'),
    createTime: numberIn(item, 'CreateTime'),
    modifyTime: numberIn(item, 'ModifyTime'),
    script: readScript(objectIn(item, 'Script')),
    trigger: readTrigger(objectIn(item, 'Trigger')),
    strategy: readStrategy(objectIn(item, 'Strategy')),
    runtimeResource: {
      resourceGroup: textIn(resource, 'ResourceGroup'),
      resourceGroupId: textIn(resource, 'ResourceGroupId'),
    },
    dataSource: { name: textIn(dataSource, 'Name'), type: textIn(dataSource, 'Type') },
    tags: objectsIn(item, 'Tags').map((tag) => ({ key: textIn(tag, 'Key'), value: textIn(tag, 'Value') })),
    inputs: readListedArtifacts(objectIn(item, 'Inputs')),
    outputs: readListedArtifacts(objectIn(item, 'Outputs')),
  }
}

/** A variable of a node in a list. */
export interface ListedVariable {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly artifactType: string | undefined
  readonly scope: string | undefined
  readonly type: string | undefined
  readonly value: string | undefined
  /** The output of the node the variable comes from. */
  readonly nodeOutput: string | undefined
}

/** What a node in a list reads or offers. */
export interface ListedArtifacts {
  readonly nodeOutputs: readonly { readonly data: string | undefined; readonly refTableName: string | undefined }[]
  readonly tables: readonly { readonly guid: string | undefined }[]
  readonly variables: readonly ListedVariable[]
}

function readVariable(variable: Answer): ListedVariable {
  return {
    id: textIn(variable, 'Id'),
    name: textIn(variable, 'Name'),
    artifactType: textIn(variable, 'ArtifactType'),
    scope: textIn(variable, 'Scope'),
    type: textIn(variable, 'Type'),
    value: textIn(variable, 'Value'),
    nodeOutput: textIn(objectIn(variable, 'Node'), 'Output'),
  }
}

/** Reads the inputs or outputs of a node in a list. */
function readListedArtifacts(artifacts: Answer): ListedArtifacts {
  return {
    nodeOutputs: objectsIn(artifacts, 'NodeOutputs').map((output) => ({
      data: textIn(output, 'Data'),
      refTableName: textIn(output, 'RefTableName'),
    })),
    tables: objectsIn(artifacts, 'Tables').map((table) => ({ guid: textIn(table, 'Guid') })),
    variables: objectsIn(artifacts, 'Variables').map(readVariable),
  }
}
