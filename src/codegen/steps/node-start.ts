import * as factories from '../../builders/generated/node-factories.ts'
import { NodeImpl } from '../../builders/node/node.ts'
import { call, type Expression, literal } from '../program/expression.ts'

let byCommand: ReadonlyMap<string, string> | undefined

/** The function that starts nodes of a command, where there is one; the builders themselves say which. */
function factoryOf(command: string): string | undefined {
  byCommand ??= new Map(
    Object.entries(factories).map(([name, start]) => [NodeImpl.stateOf(start('one'))?.command ?? '', name]),
  )
  return byCommand.get(command)
}

/** How a node begins, whatever it is. */
export function nodeStart(name: string, command: string): Expression {
  const factory = factoryOf(command)
  return factory === undefined ? call('node', literal(name), literal(command)) : call(factory, literal(name))
}

/** What a node is called in code where its name has no letters. */
export function kindOfNode(command: string): string {
  return factoryOf(command) ?? 'node'
}
