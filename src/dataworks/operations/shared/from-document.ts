import { numberIn, requiredDocument, requiredText, textIn } from '../answer.ts'
import {
  dataStudioVersion,
  type Id,
  type Operation,
  type ParameterTable,
  required,
  type SpecSource,
} from '../operation.ts'
import { type Fields, result, resultIn, type WithMore } from '../result.ts'

/** Which thing of a workspace to read. */
export interface GetDefinitionParams {
  readonly id: Id
  /** The workspace. */
  readonly projectId?: Id | undefined
}

/** Something of a workspace with its document. */
export interface Definition extends WithMore {
  readonly id: string
  readonly name: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  /** The FlowSpec document as JSON text; read it with `readSpec`. */
  readonly spec: string
  readonly requestId: string | undefined
}

/** How a thing with its document is read. */
export const definitionFields: Fields<Omit<Definition, 'requestId'>> = {
  id: requiredText,
  name: textIn,
  owner: textIn,
  projectId: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
  spec: requiredDocument,
}

/** An operation that reads something with its document. */
export function getting(action: string, object: string): Operation<GetDefinitionParams, Definition> {
  return {
    action,
    version: dataStudioVersion,
    method: 'GET',
    effect: 'read',
    parameters: { id: required('id'), projectId: 'workspace' },
    read: resultIn(object, definitionFields),
  }
}

/** The parameters of what makes something from a document. */
export interface CreateDefinitionParams {
  /** The workspace. */
  readonly projectId: Id
  /** The document; the operation takes the first thing in it. */
  readonly spec: SpecSource
}

/** What an operation answers that made something. */
export interface Created extends WithMore {
  /** The id of what was made. */
  readonly id: string
  readonly requestId: string | undefined
}

/** How the parameters of what makes something are written. */
export const createParameters: ParameterTable<CreateDefinitionParams> = {
  projectId: required('workspace'),
  spec: required('spec'),
}

/** An operation that makes something, and never is repeated blindly. */
export function creating<Params extends object>(
  action: string,
  parameters: ParameterTable<Params>,
): Operation<Params, Created> {
  return {
    action,
    version: dataStudioVersion,
    method: 'POST',
    effect: 'create',
    parameters,
    read: result<Created>({ id: requiredText, requestId: textIn }),
  }
}
