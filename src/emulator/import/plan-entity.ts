import { checkScripted } from '../spec/checks.ts'
import { readEntityDocument } from '../spec/spec-document.ts'
import type { EntityKind, EntityRecord } from '../state/entity.ts'
import type { Project } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { commandChanged, duplicateName } from '../wire/error-catalogue.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'
import { documentMetadata, entityMetadata } from './context.ts'
import { mergeUpdate } from './merge-update.ts'

/** The list of a document's body that holds things of a kind. */
const entityLists: Readonly<Record<EntityKind, string>> = {
  Component: 'components',
  Function: 'functions',
  Resource: 'fileResources',
}

/** A resource, a function or a component that is to be written. */
interface EntityOrder {
  readonly service: Service
  readonly project: Project
  readonly kind: EntityKind
  /** The text of the document. */
  readonly spec: string
  readonly before: EntityRecord | undefined
  readonly file: string | undefined
}

function fillScript(entity: JsonObject, before: EntityRecord | undefined, service: Service): JsonObject {
  const script = readObject(entity, 'script') ?? {}
  const path = readPlainText(script, 'path') || readPlainText(entity, 'name')
  const id = readPlainText(readObject(before?.body, 'script'), 'id') ?? service.ids.next()
  return { ...script, path, id }
}

function commandOf(body: JsonObject): string {
  return readPlainText(readObject(readObject(body, 'script'), 'runtime'), 'command') ?? ''
}

/**
 * The entity that an order leads to; what a document for an update leaves out stays as it is. Nothing is written yet.
 *
 * @throws ServiceError when the document is at fault
 */
export function planEntity({ service, project, kind, spec, before, file }: EntityOrder): EntityRecord {
  // The documented example of a component has no version.
  const field = entityLists[kind]
  const document = readEntityDocument(spec, [kind.toLowerCase()], field, { needsVersion: kind !== 'Component' })
  const entity = before === undefined ? document.entity : mergeUpdate(before.body, document.entity)
  const name = checkScripted(entity, document.path)
  if (before !== undefined && commandOf(before.body) !== commandOf(entity)) {
    throw commandChanged(commandOf(before.body), commandOf(entity), `${document.path}.script.runtime.command`)
  }
  for (const other of project.entities(kind).values()) {
    if (other.name === name && other.id !== before?.id) throw duplicateName(kind, name, `${document.path}.name`)
  }
  const id = before?.id ?? service.ids.next()
  const owner = readPlainText(entity, 'owner') ?? document.owner ?? service.settings.owner
  const now = service.now()
  const script = fillScript(entity, before, service)
  const metadata = entityMetadata({ project, service }, owner)
  const body = { ...entity, id, name, owner, script, metadata }
  return { id, name, owner, body, createTime: before?.createTime ?? now, modifyTime: now, file: file ?? before?.file }
}

/** The document of an entity, as it is read back. */
export function entityDocument(project: Project, kind: EntityKind, { id, body }: EntityRecord): JsonObject {
  const metadata = documentMetadata(project.settings.id, id)
  return { version: '1.1.0', kind, spec: { [entityLists[kind]]: [body] }, metadata }
}
