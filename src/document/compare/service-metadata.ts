import type { EntityName } from '../../language/generated/entity-name.ts'
import { isRecord } from '../json/records.ts'

/**
 * What the service notes down in the metadata of documents, workflows and nodes, by itself: whose they are, where they
 * stand, and since when. Source: recorded answers of GetWorkflowDefinition and GetNode, and exported documents.
 */
const ofService: ReadonlySet<string> = new Set([
  'container',
  'containerUuid',
  'createTime',
  'gmtModified',
  'innerVersion',
  'ownerName',
  'project',
  'projectId',
  'schedulerNodeId',
  'tenantId',
  'uuid',
])

/** The metadata of an entity without what the service notes down in it. */
export function withoutServiceMetadata(entity: EntityName, metadata: unknown): unknown {
  if (!isRecord(metadata)) return metadata
  // In the metadata of a document, who writes it says whose it is.
  const isOwn = (field: string) => !ofService.has(field) && (field !== 'owner' || entity === 'Document')
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => isOwn(field)))
}
