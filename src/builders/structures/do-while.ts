import { type BodyImpl, BodyStructure, LoopImpl } from './body.ts'
import type { DoWhileBuilder, WhileOptions } from './structure-builders.ts'

class DoWhileImpl<Name extends string, Needs extends string> extends LoopImpl<Name, Needs> {
  while(content: string, { language, datasource }: WhileOptions): BodyImpl<Name, Needs> {
    const source = datasource === undefined ? {} : { datasource: Object.freeze({ ...datasource }) }
    return this.withParts(() => ({ end: Object.freeze({ content, language, ...source }) }))
  }
}

/**
 * A do-while loop (command `CONTROLLER_CYCLE`): its body runs, then the code of its end node says `True` for another
 * round or `False` to stop. A start node `<name>_start` and the end node `<name>_end` are put around the body. The source
 * is the service's page on do-while nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.nodes(…)` gives the body and `.while(…)` the condition
 *
 * @example
 * ```ts
 * import { doWhile, shell, workflow } from 'flowspec'
 *
 * const loop = doWhile('poll').maxIterations(20)
 * const ask = shell('ask').code('./ask.sh $1').param('1', loop.round)
 * const condition = `print(${loop.round} < 5)`
 *
 * const document = workflow('polling')
 *   .cron('00 02 00 * * ?')
 *   .nodes(loop.nodes(ask).while(condition, { language: 'python2' }))
 *   .build()
 * ```
 */
export function doWhile<const Name extends string>(name: Name): DoWhileBuilder<Name, never, never> {
  const structure = new BodyStructure('do-while')
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new DoWhileImpl<Name, never>(name, {
    name,
    command: structure.command,
    kind: 'doWhile' as const,
    structure,
  }) as unknown as DoWhileBuilder<Name, never, never>
}
