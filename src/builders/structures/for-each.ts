import type { NodeBuilder } from '../node/node-builder.ts'
import type { VariableHandle } from '../node/variable-handle.ts'
import { type BodyImpl, BodyStructure, LoopImpl } from './body.ts'
import type { ForEachBuilder } from './structure-builders.ts'

class ForEachImpl<Name extends string, Needs extends string> extends LoopImpl<Name, Needs> {
  get item(): string {
    return '${dag.foreach.current}'
  }

  over(list: string | VariableHandle): NodeBuilder<Name, string> {
    return this.param('loopDataArray', list)
  }

  parallelism(parallelism: number): BodyImpl<Name, Needs> {
    return this.withParts(() => ({ parallelism }))
  }
}

/**
 * A for-each loop (command `CONTROLLER_TRAVERSE`): its body runs once for each item of a list, most often the result of
 * an assignment node. A start node `<name>_start` and an end node `<name>_end` are put around the body. The source is
 * the service's page on for-each nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.over(…)` gives the list and `.nodes(…)` the body
 *
 * @example
 * ```ts
 * import { assignment, forEach, shell, workflow } from 'flowspec'
 *
 * const days = assignment('days', 'shell').code('echo 20260101,20260102')
 * const loop = forEach('each_day').over(days.result()).maxIterations(128)
 * const body = shell('load').code('./load.sh $1').param('1', loop.item)
 *
 * const document = workflow('loading').cron('00 02 00 * * ?').nodes(days, loop.nodes(body)).build()
 * ```
 */
export function forEach<const Name extends string>(name: Name): ForEachBuilder<Name, never, never> {
  const structure = new BodyStructure('for-each')
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new ForEachImpl<Name, never>(name, {
    name,
    command: structure.command,
    kind: 'forEach' as const,
    structure,
  }) as unknown as ForEachBuilder<Name, never, never>
}
