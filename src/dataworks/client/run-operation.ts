import { encodeParameters } from '../operations/encode-parameters.ts'
import type { Operation } from '../operations/operation.ts'
import type { Connection } from './connection.ts'
import { runCall } from './run-call.ts'

/** Checks the parameters of an operation and calls it. */
export async function runOperation<Params extends object, Result>(
  connection: Connection,
  operation: Operation<Params, Result>,
  params: Params,
  signal?: AbortSignal,
): Promise<Result> {
  const parameters = encodeParameters(operation, params)
  const effect = typeof operation.effect === 'function' ? operation.effect(params) : operation.effect
  const { action, version, method, read } = operation
  return await runCall(connection, { action, version, method, effect, parameters, read }, signal)
}
