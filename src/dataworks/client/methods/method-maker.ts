import { fields, type SettingKinds, type SettingKindsOf } from '../../../diagnostics/arguments.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Page, PageParams } from '../../operations/result.ts'
import type { CallOptions } from '../client-options.ts'
import { requireArgument, requireSettings, signalKind } from '../given-arguments.ts'
import { eachItem } from '../pages.ts'
import { type Connection, runOperation } from '../run-call.ts'

/** The parameters of a walk over all pages. */
export type AllPages<Params> = Omit<Params, 'pageNumber' | 'pageSize'>

/** A method of the client: what calls an operation, or walks its pages. */
type Method<Params, Result> = (params: Params, options?: CallOptions) => Result

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
}

export const callKinds: SettingKindsOf<CallOptions> = { signal: signalKind }

/** Ends a call whose parameters or options are no objects. */
export function requireCall(
  action: string,
  params: unknown,
  options: unknown = {},
  kinds: SettingKinds = callKinds,
): void {
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
        return eachItem(connection, { operation, idOf }, params, options?.signal)
      }
    },
  }
}
