import * as component from '../../builders/entities/component.ts'
import * as dataIntegration from '../../builders/entities/data-integration.ts'
import * as datasource from '../../builders/entities/datasource.ts'
import * as dqcRule from '../../builders/entities/dqc-rule.ts'
import * as fileResource from '../../builders/entities/file-resource.ts'
import * as table from '../../builders/entities/table.ts'
import * as udf from '../../builders/entities/udf.ts'
import * as factories from '../../builders/generated/node-factories.ts'
import * as fromSpec from '../../builders/imported/from-spec.ts'
import * as componentSql from '../../builders/node/component-sql.ts'
import * as parameters from '../../builders/node/parameter.ts'
import * as variables from '../../builders/node/provided-variables.ts'
import * as startNode from '../../builders/node/start-node.ts'
import * as upstream from '../../builders/node/upstream.ts'
import * as assignment from '../../builders/structures/assignment.ts'
import * as branch from '../../builders/structures/branch.ts'
import * as innerFlows from '../../builders/structures/inner-flows.ts'
import * as join from '../../builders/structures/join.ts'
import * as loops from '../../builders/structures/loops.ts'
import * as paramHub from '../../builders/structures/param-hub.ts'
import * as subProcess from '../../builders/structures/sub-process.ts'
import * as verbatim from '../../builders/verbatim/verbatim-document.ts'
import * as standalone from '../../builders/workflow/standalone.ts'
import * as workflows from '../../builders/workflow/start-workflow.ts'
import * as exactNumbers from '../../document/json/number-text.ts'
import { readSpec } from '../../document/read-spec.ts'
import * as schedules from '../../schedule/index.ts'
import { type Declaration, type Entry, type Expression, unchained } from './expression.ts'

const core: readonly object[] = [
  ...[factories, component, dataIntegration, datasource, dqcRule, fileResource, table, udf, fromSpec, componentSql],
  ...[parameters, variables, startNode, upstream, assignment, branch, innerFlows, join, loops, paramHub, subProcess],
  ...[verbatim, standalone, workflows, exactNumbers],
]

let known: Readonly<Record<Entry, ReadonlyMap<string, unknown>>> | undefined

function functionsOf(entry: Entry): ReadonlyMap<string, unknown> {
  known ??= {
    flowspec: new Map(core.flatMap((module) => Object.entries(module))),
    'flowspec/schedule': new Map(Object.entries(schedules)),
  }
  return known[entry]
}

/** Steps that take a file, with those that take its text. */
const ofText: ReadonlyMap<string, string> = new Map([
  ['codeFile', 'code'],
  ['embeddedFile', 'embedded'],
])

/** Code that calls what is not there, as a step of another builder would. */
export class NotCallable extends Error {}

function applied(callee: unknown, self: unknown, name: string, args: readonly unknown[]): unknown {
  if (typeof callee !== 'function') throw new NotCallable(`There is no ${name} to call.`)
  return Reflect.apply(callee, self, [...args])
}

/** Runs generated code with the builders themselves, and remembers what each declaration holds. */
export class Evaluator {
  readonly #values: Map<Declaration, unknown> = new Map()
  readonly #others: ReadonlyMap<Declaration, unknown>

  /** @param others - what declarations of other programs hold */
  constructor(others: ReadonlyMap<Declaration, unknown> = new Map()) {
    this.#others = others
  }

  /** Declarations come before those that refer to them. */
  declare(declaration: Declaration): void {
    this.#values.set(declaration, this.valueOf(declaration.value))
  }

  valueOf(expression: Expression): unknown {
    const { start, steps } = unchained(expression)
    let value = this.#startOf(start)
    for (const { name, args } of steps) {
      const taken = ofText.get(name) ?? name
      const callee: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, taken) : undefined
      value = applied(
        callee,
        value,
        taken,
        args.map((one) => this.valueOf(one)),
      )
    }
    return value
  }

  #startOf(start: Expression): unknown {
    switch (start.kind) {
      case 'literal':
        return start.value
      case 'reference':
        return this.#values.get(start.to) ?? this.#others.get(start.to)
      case 'file':
        return start.file.text
      case 'stored':
        return readSpec(start.file.text)
      case 'call': {
        const { entry, name, args } = start
        return applied(
          functionsOf(entry).get(name),
          undefined,
          name,
          args.map((one) => this.valueOf(one)),
        )
      }
      case 'method':
        throw new TypeError('A chain begins with no step.')
    }
  }
}
