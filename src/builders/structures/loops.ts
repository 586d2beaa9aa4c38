import { ownCopy } from '../../document/json/json-copy.ts'
import { structures } from '../../language/structures.ts'
import {
  checkArgument,
  checkSettings,
  named,
  number,
  type SettingKindsOf,
  settingFault,
  text,
  variable,
} from '../arguments.ts'
import { callOf } from '../call.ts'
import { typedNode } from '../node/node-builder.ts'
import type { VariableHandle } from '../node/variable-handle.ts'
import { BodyImpl, BodyStructure } from './body.ts'
import type { DoWhileBuilder, ForEachBuilder } from './structure-builders.ts'
import type { WhileOptions } from './structure-options.ts'

const whileDatasourceSettings: SettingKindsOf<NonNullable<WhileOptions['datasource']>> = { name: text, type: text }

/** Settings of `.while(…)`. */
const whileSettings: SettingKindsOf<WhileOptions> = {
  language: text,
  datasource: {
    takes: '{ name, type }',
    holds: (value) => settingFault('datasource', value, whileDatasourceSettings) === undefined && named.holds(value),
  },
}

/** What the builders of both loops have in common. */
class LoopImpl extends BodyImpl {
  get round(): string {
    return '${dag.loopTimes}'
  }

  get offset(): string {
    return '${dag.offset}'
  }

  maxIterations(maxIterations: number): this {
    checkArgument('maxIterations', 'rounds', maxIterations, number)
    return this.withParts(() => ({ maxIterations }))
  }
}

class ForEachImpl extends LoopImpl {
  get item(): string {
    return '${dag.foreach.current}'
  }

  over(list: string | VariableHandle): this {
    checkArgument('over', 'list', list, variable)
    return this.param('loopDataArray', list)
  }

  parallelism(parallelism: number): this {
    checkArgument('parallelism', 'rounds', parallelism, number)
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
  checkArgument('forEach', 'name', name, text)
  const structure = new BodyStructure('forEach')
  return typedNode(
    new ForEachImpl({ name, call: callOf(forEach), command: structures.forEach.command, kind: 'forEach', structure }),
  )
}

class DoWhileImpl extends LoopImpl {
  while(content: string, options: WhileOptions): this {
    checkArgument('while', 'code', content, text)
    checkSettings('while', 'options', options, whileSettings)
    const { language, datasource } = options
    const source = datasource === undefined ? {} : { datasource: ownCopy(datasource) }
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
  checkArgument('doWhile', 'name', name, text)
  const structure = new BodyStructure('doWhile')
  return typedNode(
    new DoWhileImpl({ name, call: callOf(doWhile), command: structures.doWhile.command, kind: 'doWhile', structure }),
  )
}
