import { buildDocument } from './build-document.ts'
import type { BuildOptions } from './build-options.ts'
import { buildSpec } from './build-spec.ts'
import { buildStandalone } from './build-standalone.ts'
import type { BuiltDocument } from './built-document.ts'
import type { DefaultsInput } from './defaults-input.ts'
import { buildEntity } from './entities/build-entity.ts'
import { EntityImpl } from './entities/entity-impl.ts'
import { mergeDefaults } from './merge-defaults.ts'
import { SpecBuilderImpl } from './spec-builder-impl.ts'
import { StandaloneImpl } from './standalone-impl.ts'
import { WorkflowImpl } from './workflow-impl.ts'

/**
 * Makes the document of a part of a project, unchecked.
 *
 * @param defaults - what the project fills in, below what the part itself says
 * @returns undefined for a value that is no builder of a document
 */
export function buildPart(part: unknown, options: BuildOptions, defaults: DefaultsInput): BuiltDocument | undefined {
  if (part instanceof WorkflowImpl) {
    const { state } = part
    return buildDocument({ ...state, defaults: mergeDefaults(defaults, state.defaults ?? {}) }, options)
  }
  const entity = EntityImpl.stateOf(part)
  if (entity !== undefined) return buildEntity(entity, options, defaults)
  const single = StandaloneImpl.stateOf(part)
  if (single !== undefined) return buildStandalone(single, options, defaults)
  const spec = SpecBuilderImpl.stateOf(part)
  return spec && buildSpec(spec, options, defaults)
}
