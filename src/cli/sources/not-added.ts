import { placesOf } from '../../builders/call.ts'
import { EntityImpl } from '../../builders/entities/entity.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { enclosingSubject } from '../../check/engine/finding.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { Entity } from '../../document/index/entity.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import { readSpec } from '../../document/read-spec.ts'
import { subjectOf } from './documents-of.ts'
import type { ReadSources } from './read-sources.ts'
import { type BuilderSource, isProject, type Source, type UnreadSource } from './source.ts'

/** The documents in what a builder gives for JSON: its own, or those of a project, in each of its environments. */
export function documentsIn(given: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isRecord(given)) return []
  if ('spec' in given) return [given]
  const environments = isRecord(given['environments']) ? Object.values(given['environments']) : [given]
  return environments.flatMap((one) => recordsOf(isRecord(one) ? one['documents'] : undefined))
}

/** What each document of a builder is about. */
function subjectsOf({ builder }: BuilderSource): readonly Entity[] {
  return documentsIn(builder.toJSON()).flatMap((document) => subjectOf(readSpec(document)) ?? [])
}

/** The kind and the name of what a document is about; undefined for one without a name. */
function keyOf({ name: kind, value }: Entity): string | undefined {
  const name = readText(value, 'name')
  return name === undefined ? undefined : JSON.stringify([kind, name])
}

function toldOf({ uri, builder }: BuilderSource, about: Entity): UnreadSource {
  const call = (WorkflowImpl.stateOf(builder) ?? EntityImpl.stateOf(builder))?.call
  const name = showValue(readText(builder, 'name'))
  const subject = enclosingSubject(about)
  const diagnostic = createDiagnostic({
    rule: 'project/not-added',
    severity: 'info',
    message: `${name} is exported, and no project of the folder has it.`,
    hint: 'Give it to the project: .add(…). Turn the rule off where it is deployed by itself.',
    path: '',
    ...(subject === undefined ? {} : { subject }),
    ...(call && placesOf(call)),
  })
  return { kind: 'unread', uri, diagnostics: [diagnostic] }
}

/**
 * What modules of a folder export and no project of the folder has: it would not be deployed with the others. Projects are asked by
 * the names of what they build, for a part may have been changed before it was added.
 *
 * @returns nothing where there is no project, and nothing of what was named in the call
 */
export function notAdded({ sources, inFolders }: ReadSources): readonly UnreadSource[] {
  const found = sources.filter((source: Source): source is BuilderSource => {
    return source.kind === 'builder' && source.isOpened !== true && inFolders.has(source.uri)
  })
  const projects = found.filter(isProject)
  const others = found.filter((source) => !isProject(source))
  if (projects.length === 0 || others.length === 0) return []
  // What has no name is not told.
  const added = new Set([undefined, ...projects.flatMap(subjectsOf).map(keyOf)])
  return others.flatMap((one) => {
    const missing = subjectsOf(one).find((subject) => !added.has(keyOf(subject)))
    return missing === undefined ? [] : [toldOf(one, missing)]
  })
}
