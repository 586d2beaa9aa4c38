import { fields, type SettingKinds, type SettingKindsOf } from '../../../diagnostics/arguments.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Page, PageParams } from '../../operations/result.ts'
import type { CallOptions } from '../client-options.ts'
import { requireArgument, requireSettings, signalKind } from '../given-arguments.ts'
import { eachItem, type PageNumbers } from '../pages.ts'
import { type Connection, runOperation } from '../run-call.ts'
import { type LegacyCallOptions, legacyCallKinds } from './legacy-call.ts'

/** The parameters of a walk over all pages. */
export type AllPages<Params> = Omit<Params, 'pageNumber' | 'pageSize'>

/** A method of the client: what calls an operation, or walks its pages. */
type Method<Params, Result> = (params: Params, options?: CallOptions) => Result

/** A method for the old Data Studio, whose operations both versions of the API have. */
type LegacyMethod<Params, Result> = (params: Params, options?: LegacyCallOptions) => Result

/** An item of a list, which tells itself from the others. */
interface Identified {
  readonly id: string
}

/** Makes methods of operations. */
export interface MethodMaker {
  readonly connection: Connection
  call<Params extends object, Result>(operation: Operation<Params, Result>): Method<Params, Promise<Result>>
  walk<Params extends PageParams, Item extends Identified>(
    operation: Operation<Params, Page<Item>>,
  ): Method<Params, AsyncIterable<Item>>
  walk<Params extends PageParams, Item>(
    operation: Operation<Params, Page<Item>>,
    idOf: (item: Item) => string,
  ): Method<Params, AsyncIterable<Item>>
  legacy<Params extends object, Result>(operation: Operation<Params, Result>): LegacyMethod<Params, Promise<Result>>
  /** @param paramsOf - the parameters for one page, which some lists require to be named */
  walkLegacy<Query extends object, Params extends object, Item>(
    operation: Operation<Params, Page<Item>>,
    paramsOf: (query: Query, page: PageNumbers) => Params,
    idOf: (item: Item) => string,
  ): LegacyMethod<Query, AsyncIterable<Item>>
}

const callKinds: SettingKindsOf<CallOptions> = { signal: signalKind }

/** Ends a call whose parameters or options are no objects. */
function requireCall(action: string, params: unknown, options: unknown = {}, kinds: SettingKinds = callKinds): void {
  requireArgument(action, 'params', params, fields)
  requireSettings(action, 'options', options, kinds)
}

function hasId(item: unknown): item is Identified {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
}

/** The id of an item; the types let nobody walk over items that have none without saying what tells them apart. */
function ownId(item: unknown): string {
  return hasId(item) ? item.id : ''
}

/** An operation in the version that a call asks for. */
function inVersion<Params extends object, Result>(
  operation: Operation<Params, Result>,
  { version }: LegacyCallOptions,
): Operation<Params, Result> {
  return version === undefined ? operation : { ...operation, version }
}

/** Makes methods that call over a connection. */
export function methodMaker(connection: Connection): MethodMaker {
  return {
    connection,
    call: (operation) => async (params, options) => {
      requireCall(operation.action, params, options)
      return await runOperation(connection, operation, params, options?.signal)
    },
    walk: <Params extends PageParams, Item>(
      operation: Operation<Params, Page<Item>>,
      idOf: (item: Item) => string = ownId,
    ): Method<Params, AsyncIterable<Item>> => {
      return (params, options) => {
        requireCall(operation.action, params, options)
        const paramsOf = (page: PageNumbers): Params => ({ ...params, ...page })
        return eachItem(connection, { operation, paramsOf, idOf }, options?.signal)
      }
    },
    legacy:
      (operation) =>
      async (params, options = {}) => {
        requireCall(operation.action, params, options, legacyCallKinds)
        return await runOperation(connection, inVersion(operation, options), params, options.signal)
      },
    walkLegacy:
      (operation, paramsOf, idOf) =>
      (query, options = {}) => {
        requireCall(operation.action, query, options, legacyCallKinds)
        const list = {
          operation: inVersion(operation, options),
          paramsOf: (page: PageNumbers) => paramsOf(query, page),
          idOf,
        }
        return eachItem(connection, list, options.signal)
      },
  }
}
