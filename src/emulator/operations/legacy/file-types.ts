import { nodeTypes } from '../../../language/generated/node-types.ts'
import type { JsonObject } from '../../wire/json.ts'
import { type Call, isFuzzyMatch, type OperationTable, pageOf } from '../call.ts'
import { findLegacyProject } from '../lookup.ts'
import { bare, oldVersion } from './envelope.ts'

/** The list of the types of files. */
export const fileTypeOperations: OperationTable = {
  ListFileType: bare([oldVersion], listFileType),
}

function listFileType(call: Call): JsonObject {
  findLegacyProject(call)
  const keyword = call.parameters.text('Keyword')
  const all = [...nodeTypes]
    .filter(([command, { code }]) => code !== undefined && isFuzzyMatch(command, keyword))
    .map(([command, { code }]) => ({ NodeType: code, NodeTypeName: command }))
  const show = (item: JsonObject) => item
  return { NodeTypeInfoList: pageOf(call, all, { name: 'NodeTypeInfo', show, smallest: 1, required: true }) }
}
