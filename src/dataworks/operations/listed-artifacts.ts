import { type Answer, objectIn, objectsIn, textIn } from './answer.ts'

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
export function readListedArtifacts(artifacts: Answer): ListedArtifacts {
  return {
    nodeOutputs: objectsIn(artifacts, 'NodeOutputs').map((output) => ({
      data: textIn(output, 'Data'),
      refTableName: textIn(output, 'RefTableName'),
    })),
    tables: objectsIn(artifacts, 'Tables').map((table) => ({ guid: textIn(table, 'Guid') })),
    variables: objectsIn(artifacts, 'Variables').map(readVariable),
  }
}
