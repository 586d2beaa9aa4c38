import { claimKey } from '../../check/project/claims.ts'
import type { ProjectMembers } from '../../check/project/project-members.ts'
import type { CitedOwner } from '../../check/project/project-view.ts'
import { createDiagnostic, type Diagnostic, type Subject } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { itemsOf, readText } from '../../document/json/records.ts'
import { type EntityKind, entityKinds } from '../../language/entity-kinds.ts'

/** A builder of an entity that was given where its name would do. */
export interface GivenEntity {
  readonly kind: EntityKind
  readonly name: string
}

/** A builder of an entity, and what takes it. */
export interface TakenEntity extends GivenEntity {
  readonly by: Subject
  /** JSON Pointer of where its name stands. */
  readonly path: string
}

/** What a document takes from elsewhere by builders and not by names: only these know what they are of. */
export class Taken {
  /** Who offers the outputs of handles, by these. */
  readonly owners: Map<string, CitedOwner> = new Map()
  readonly entities: TakenEntity[] = []
}

/** Notes which builders something was given, each where its name stands in what was made of it. */
export function noteTaken(
  given: readonly GivenEntity[],
  { by, held, pointer }: { readonly by: Subject; readonly held: object; readonly pointer: string },
  taken: Taken | undefined,
): void {
  for (const { kind, name } of given) {
    const { list } = entityKinds[kind]
    const at = itemsOf(Reflect.get(held, list)).findIndex((item) => readText(item, 'name') === name)
    taken?.entities.push({ kind, name, by, path: at < 0 ? pointer : `${pointer}/${list}/${at}` })
  }
}

/** What is said of builders that were given to nodes and functions, and not to the project: they are not deployed with it. */
export function missingParts({ entities }: Taken, { identifier, whole }: ProjectMembers): readonly Diagnostic[] {
  return entities.flatMap(({ kind, name, by, path }) => {
    const { word } = entityKinds[kind]
    if (whole.holds(claimKey({ what: word, text: name }))) return []
    const user = `${by.kind} ${showValue(by.name)}`
    const message = `The ${word} ${showValue(name)}, which ${user} takes by its builder, is not in project '${identifier}'.`
    const hint = `Add the builder: .add(…). Where the workspace has it from elsewhere, give its name instead: ${showValue(name)}.`
    return createDiagnostic({ rule: 'project/missing-part', severity: 'warning', message, hint, path, subject: by })
  })
}
