import type { FlowFunction } from '../../language/generated/types.ts'
import {
  checkArgument,
  checkEach,
  checkSettings,
  file as fileKind,
  named,
  type SettingKindsOf,
  text,
} from '../arguments.ts'
import { callOf } from '../call.ts'
import { type EngineEntity, EntityImpl, type Named, nameOnly } from './entity.ts'
import type { FileResourceBuilder } from './file-resource.ts'

/** Language of code that is embedded in a function. */
export type EmbeddedCodeType = NonNullable<FlowFunction['embeddedCodeType']>

/** What the console says of a function. */
export interface UdfUsage {
  /** What the function is for, or how it is called. */
  readonly usage?: string
  /** Its arguments. */
  readonly args?: string
  /** What it returns. */
  readonly returns?: string
  /** An example. */
  readonly example?: string
}

/** A user-defined function being written. See {@link EntityBuilder} for what all entities have in common. */
export interface UdfBuilder<Name extends string = string> extends EngineEntity<Name, 'Function'> {
  /** Sets what the function is about. */
  type(type: NonNullable<FlowFunction['type']>): this
  /** Sets the class that implements the function, with its package or module. */
  className(className: string): this
  /** Adds resources that hold the class, by builder or by name. */
  resources(...resources: readonly Named<FileResourceBuilder>[]): this
  /** Sets the resource for machines with ARM processors, by builder or by name. */
  armResource(resource: Named<FileResourceBuilder>): this
  /** Embeds the code in the function itself. */
  embedded(language: EmbeddedCodeType, code: string): this
  /** Embeds the code of a file, read once when the function is built; a relative path counts from `build({ baseDir })`. */
  embeddedFile(language: EmbeddedCodeType, file: string | URL): this
  /** Sets what the console says of the function; keys left out keep what they were. */
  usage(usage: UdfUsage): this
}

const usageFields = {
  usage: 'usageDescription',
  args: 'argumentsDescription',
  returns: 'returnValueDescription',
  example: 'usageExample',
} as const

const usageKinds: SettingKindsOf<UdfUsage> = { usage: text, args: text, returns: text, example: text }

class UdfImpl<Name extends string> extends EntityImpl<Name, 'Function'> implements UdfBuilder<Name> {
  type(type: NonNullable<FlowFunction['type']>): this {
    checkArgument('type', 'type', type, text)
    return this.set('type', type)
  }

  className(className: string): this {
    checkArgument('className', 'className', className, text)
    return this.set('className', className)
  }

  resources(...resources: readonly Named<FileResourceBuilder>[]): this {
    checkEach('resources', 'resource', resources, named)
    return this.set('resourceType', 'file')
      .add('fileResources', ...resources.map(nameOnly))
      .noting(resources)
  }

  armResource(resource: Named<FileResourceBuilder>): this {
    checkArgument('armResource', 'resource', resource, named)
    return this.set('armResource', nameOnly(resource).name).noting([resource])
  }

  embedded(language: EmbeddedCodeType, code: string): this {
    checkArgument('embedded', 'language', language, text)
    checkArgument('embedded', 'code', code, text)
    return this.#embeds(language).with({ codeFile: undefined }).set('embeddedCode', code)
  }

  embeddedFile(language: EmbeddedCodeType, file: string | URL): this {
    checkArgument('embeddedFile', 'language', language, text)
    checkArgument('embeddedFile', 'file', file, fileKind)
    return this.#embeds(language).with({ codeFile: { file, field: 'embeddedCode' } })
  }

  usage(usage: UdfUsage): this {
    checkSettings('usage', 'usage', usage, usageKinds)
    let builder = this
    for (const key of ['usage', 'args', 'returns', 'example'] as const) {
      if (usage[key] !== undefined) builder = builder.set(usageFields[key], usage[key])
    }
    return builder
  }

  #embeds(language: EmbeddedCodeType): this {
    return this.set('resourceType', 'embedded').set('embeddedCodeType', language)
  }
}

/**
 * A user-defined function (kind Function), whose class stands in resources or whose code is embedded. Nodes take it by
 * `.functions(…)`. The source is the operation CreateFunction and the reference model of the language.
 *
 * @param name - name of the function, unique in the workspace
 *
 * @example
 * ```ts
 * import { fileResource, udf } from 'flowspec'
 *
 * const jar = fileResource('string-concat.jar')
 * const concat = udf('string_concat')
 *   .type('string')
 *   .className('com.example.udf.StringConcat')
 *   .resources(jar)
 *   .datasource('odps_first')
 *   .usage({ usage: 'joins texts', example: "string_concat('a', 'b')" })
 *
 * const document = concat.build()
 * ```
 */
export function udf<const Name extends string>(name: Name): UdfBuilder<Name> {
  checkArgument('udf', 'name', name, text)
  return new UdfImpl({ kind: 'Function', call: callOf(udf), name, command: 'ODPS_FUNCTION', fields: { name } })
}
