import { recordsOf } from '../../document/json/records.ts'
import { capitalized, scriptItem } from '../read-back/list-item.ts'
import type { EntityRecord } from '../state/entity.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'
import type { OperationTable } from './call.ts'
import { type EntityListing, entityOperations } from './entities.ts'

/** The types are in small letters in documents, and have a capital one in lists. */
function typeOf({ body }: EntityRecord): string | undefined {
  const type = readPlainText(body, 'type')?.toLowerCase()
  return type === undefined ? undefined : type.charAt(0).toUpperCase() + type.slice(1)
}

function common(body: JsonObject): JsonObject {
  return { Script: scriptItem(body), DataSource: capitalized(readObject(body, 'datasource'), ['name', 'type']) }
}

const storageTypes: ReadonlyMap<string, string> = new Map([
  ['hdfs', 'Hdfs'],
  ['local', 'Gateway'],
  ['oss', 'Oss'],
])

const resources: EntityListing = {
  types: ['Python', 'Jar', 'Archive', 'File'],
  typeOf,
  show: ({ body, file }) => {
    const kept = readObject(body, 'file')
    const storage = readPlainText(readObject(kept, 'storage'), 'type')?.toLowerCase() ?? ''
    return {
      ...common(body),
      SourceType: file === undefined ? 'Local' : 'Oss',
      SourcePath: file,
      TargetType: storageTypes.get(storage),
      TargetPath: readPlainText(kept, 'path'),
    }
  },
}

const functions: EntityListing = {
  types: ['Math', 'Aggregate', 'String', 'Date', 'Analytic', 'Other'],
  typeOf,
  show: ({ body }) => {
    const text = (field: string): string | undefined => readPlainText(body, field)
    const files = recordsOf(body['fileResources']).flatMap((file) => readPlainText(file, 'name') ?? [])
    return {
      ...common(body),
      Description: text('description'),
      ClassName: text('className'),
      FileResource: files.length === 0 ? undefined : files.join(','),
      ArmResource: text('armResource'),
      EmbeddedResourceType: text('resourceType'),
      EmbeddedCodeType: text('embeddedCodeType'),
      EmbeddedCode: text('embeddedCode'),
      CommandDescription: text('usageDescription'),
      ParameterDescription: text('argumentsDescription'),
      ReturnValueDescription: text('returnValueDescription'),
      ExampleDescription: text('usageExample'),
      RuntimeResource: capitalized(readObject(body, 'runtimeResource'), ['resourceGroupId']),
    }
  },
}

/** The operations on resources and functions. */
export const resourceAndFunctionOperations: OperationTable = {
  ...entityOperations('Resource', resources),
  ...entityOperations('Function', functions),
}
