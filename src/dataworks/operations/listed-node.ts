import { numberIn, requiredText, textIn } from './answer.ts'
import { type Field, type Fields, inside, list, named, record, type WithMore } from './result.ts'

/** A node in a list. Times are in milliseconds, those of creation and change since 1970. */
export interface ListedNode extends WithMore {
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

/** A variable of a node in a list. */
export interface ListedVariable extends WithMore {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly artifactType: string | undefined
  readonly scope: string | undefined
  readonly type: string | undefined
  readonly value: string | undefined
  /** The output of the node the variable comes from. */
  readonly nodeOutput: string | undefined
}

/** What a node in a list reads or provides. */
export interface ListedArtifacts {
  readonly nodeOutputs: readonly { readonly data: string | undefined; readonly refTableName: string | undefined }[]
  readonly tables: readonly { readonly guid: string | undefined }[]
  readonly variables: readonly ListedVariable[]
}

/** The script of a node or workflow in a list. */
export const listedScript: Field<ListedNode['script']> = record({
  id: textIn,
  path: textIn,
  command: inside('Runtime', textIn),
})

const listedArtifacts: Field<ListedArtifacts> = record({
  nodeOutputs: list({ data: textIn, refTableName: textIn }),
  tables: list({ guid: textIn }),
  variables: list({
    id: textIn,
    name: textIn,
    artifactType: textIn,
    scope: textIn,
    type: textIn,
    value: textIn,
    nodeOutput: inside('Node', named('Output', textIn)),
  }),
})

/** How a node in a list is read. */
export const listedNode: Fields<ListedNode> = {
  id: requiredText,
  name: requiredText,
  owner: textIn,
  projectId: textIn,
  description: textIn,
  recurrence: textIn,
  taskId: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
  script: listedScript,
  trigger: record({ id: textIn, type: textIn, cron: textIn, startTime: textIn, endTime: textIn, timezone: textIn }),
  strategy: record({
    instanceMode: textIn,
    rerunMode: textIn,
    rerunTimes: numberIn,
    rerunInterval: numberIn,
    timeout: numberIn,
  }),
  runtimeResource: record({ resourceGroup: textIn, resourceGroupId: textIn }),
  dataSource: record({ name: textIn, type: textIn }),
  tags: list({ key: textIn, value: textIn }),
  inputs: listedArtifacts,
  outputs: listedArtifacts,
}
