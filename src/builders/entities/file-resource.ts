import { readText } from '../../document/json/records.ts'
import type { FlowFileResource } from '../../language/generated/types.ts'
import { type ArgumentKind, checkArgument, checkSettings, fields, text } from '../arguments.ts'
import { callOf } from '../call.ts'
import { type EngineEntity, EntityImpl } from './entity.ts'

/** Kind of file of a resource. */
export type FileResourceType = NonNullable<FlowFileResource['type']>

/** A file resource being written. See {@link EntityBuilder} for what all entities have in common. */
export interface FileResourceBuilder<Name extends string = string> extends EngineEntity<Name, 'Resource'> {
  /** Sets the kind of file. Default: what the suffix of the name says. */
  type(type: FileResourceType): this
  /** Sets where the file is kept: its path in a storage. */
  file(path: string, storage: StorageInput, options?: { readonly extension?: string }): this
}

const suffixes: readonly (readonly [FileResourceType, RegExp])[] = [
  ['python', /\.py$/i],
  ['jar', /\.jar$/i],
  ['archive', /\.(?:zip|tar|tgz|gz)$/i],
]

function typeOf(name: string): FileResourceType {
  return suffixes.find(([, suffix]) => suffix.test(name))?.[0] ?? 'file'
}

const commandOf = (type: FileResourceType): string => `ODPS_${type.toUpperCase()}`

const extensionKinds = { extension: text }

const storageKind: ArgumentKind = {
  takes: "where the file lies, such as { type: 'oss', endpoint, bucket }",
  holds: (value) => fields.holds(value) && readText(value, 'type') !== undefined,
}

class FileResourceImpl<Name extends string> extends EntityImpl<Name, 'Resource'> implements FileResourceBuilder<Name> {
  type(type: FileResourceType): this {
    checkArgument('type', 'type', type, text)
    const { command, origin, fields: set } = this.state
    const before = set['type'] ?? origin?.['type']
    // The command follows the kind of file, unless it is one of another engine.
    const follows = origin === undefined && typeof before === 'string' && command === `ODPS_${before.toUpperCase()}`
    const builder = this.set('type', type)
    return follows ? builder.with({ command: commandOf(type) }) : builder
  }

  file(path: string, storage: StorageInput, options: { readonly extension?: string } = {}): this {
    checkArgument('file', 'path', path, text)
    checkArgument('file', 'storage', storage, storageKind)
    checkSettings('file', 'options', options, extensionKinds)
    return this.set('file', { path, ...options, storage })
  }
}

/**
 * A file that code uses (kind Resource): Python, a jar, an archive, or any other file. Nodes take it by
 * `.resources(…)`. The source is the operation CreateResource and the reference model of the language.
 *
 * @param name - name of the resource, unique in the workspace, with its suffix
 *
 * @example
 * ```ts
 * import { fileResource } from 'flowspec'
 *
 * const jar = fileResource('string-concat.jar')
 *   .datasource('odps_first')
 *   .file('/jars/string-concat.jar', { type: 'oss', endpoint: 'oss-cn-hangzhou.aliyuncs.com', bucket: 'retail' })
 *
 * const document = jar.build()
 * ```
 */
export function fileResource<const Name extends string>(name: Name): FileResourceBuilder<Name> {
  checkArgument('fileResource', 'name', name, text)
  const type = typeOf(name)
  const known = { name, type }
  return new FileResourceImpl({
    kind: 'Resource',
    call: callOf(fileResource),
    name,
    command: commandOf(type),
    fields: known,
  })
}

/** Where the file of a resource is kept: a bucket of OSS, an HDFS, a folder of the service, or a Maven repository. */
export type StorageInput =
  | { readonly type: 'oss'; readonly endpoint: string; readonly bucket: string }
  | { readonly type: 'hdfs'; readonly addresses: readonly string[]; readonly hdfsUser?: string }
  | { readonly type: 'local'; readonly root?: string }
  | { readonly type: 'maven' }
