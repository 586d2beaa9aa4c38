import { flagIn, textIn } from '../answer.ts'
import {
  dataStudioVersion,
  type Id,
  type Operation,
  type ParameterTable,
  required,
  type SpecSource,
} from '../operation.ts'
import { result, type WithMore } from '../result.ts'

/** What an operation answers that changes something which is there. */
export interface Changed extends WithMore {
  readonly success: boolean | undefined
  readonly requestId: string | undefined
}

/** Something in a workspace of the new Data Studio. */
export interface EntityParams {
  readonly id: Id
  /** The workspace. */
  readonly projectId: Id
}

/** Something that gets another name. */
export interface RenameParams extends EntityParams {
  /** The new name. */
  readonly name: string
}

/** Something that gets another place. */
export interface MoveParams extends EntityParams {
  /** The folder to move it to, without the name of what is moved. */
  readonly path: string
}

/** Something that is updated from a document. */
export interface UpdateParams extends EntityParams {
  /** The document. What is not in it stays as it is. */
  readonly spec: SpecSource
}

/** How the parameters of anything in a workspace are written. */
export const entityParameters: ParameterTable<EntityParams> = { id: required('id'), projectId: required('workspace') }

/** An operation that changes something which is there; called twice it leads to the same as called once. */
export function changing<Params extends object>(
  action: string,
  parameters: ParameterTable<Params>,
  more: Partial<Pick<Operation<Params, Changed>, 'effect' | 'inQuery' | 'version' | 'check'>> = {},
): Operation<Params, Changed> {
  return {
    action,
    version: dataStudioVersion,
    method: 'POST',
    effect: 'replace',
    parameters,
    ...more,
    read: result<Changed>({ success: flagIn, requestId: textIn }),
  }
}

/** An operation that updates something from a document. */
export function updating(action: string): Operation<UpdateParams, Changed> {
  return changing<UpdateParams>(action, { ...entityParameters, spec: required('spec') })
}

/** An operation that takes something away. */
export function deleting(action: string): Operation<EntityParams, Changed> {
  return changing(action, entityParameters, { effect: 'delete' })
}

/** An operation that gives something another name. */
export function renaming(
  action: string,
  inQuery: readonly (keyof RenameParams & string)[] = [],
): Operation<RenameParams, Changed> {
  return changing<RenameParams>(action, { ...entityParameters, name: required('text') }, { inQuery })
}

/** An operation that puts something into another folder. */
export function moving(action: string): Operation<MoveParams, Changed> {
  return changing<MoveParams>(action, { ...entityParameters, path: required('text') })
}
