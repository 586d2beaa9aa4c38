import { TextLines } from '../../../diagnostics/text-lines.ts'
import type { Entity } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { withoutComments } from '../../code/comments.ts'
import { argumentsOf } from '../../code/python-arguments.ts'
import { rememberingRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { codeKind, saysLanguage } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { DeclaredNames, missingParameter } from '../../engine/variables.ts'

/** Names in braces, each with where it stands first. Names with a dot or a colon are variables of the workspace, the workflow, a loop, the system or the engine. */
function namesInBraces(code: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const { 1: name = '', index } of code.matchAll(/\$\{([A-Za-z_]\w*)\}/g)) {
    if (!names.has(name)) names.set(name, index)
  }
  return names
}

/** The names that SQL uses and does not set itself, as SQL of Hive can. */
function namesInSql(content: string): Iterable<readonly [name: string, at: number]> {
  const code = withoutComments(content, 'sql')
  const assignments = code.matchAll(/\bset\s+(?:hivevar:|hiveconf:)?([A-Za-z_]\w*)\s*=/gi)
  const assigned = new Set(Array.from(assignments, ([, name = '']) => name.toLowerCase()))
  return [...namesInBraces(code)].filter(([name]) => !assigned.has(name.toLowerCase()))
}

/** The names that code uses; a synchronisation task has no comments. */
function namesOutsideComments(
  content: string,
  kind: 'integration' | 'python' | 'sql',
): Iterable<readonly [name: string, at: number]> {
  if (kind === 'sql') return namesInSql(content)
  return namesInBraces(kind === 'python' ? withoutComments(content, 'python') : content)
}

interface Use {
  readonly written: string
  readonly name: string
  /** Where it stands in the code. */
  readonly at: number
}

/** How code names the parameters that it uses; comments are looked for only where some are not declared. */
function usesOf(script: Entity, isDeclared: (name: string) => boolean): readonly Use[] {
  const content = readText(script.value, 'content') ?? ''
  const kind = codeKind(script)
  if (kind === 'pyodps') {
    return [...argumentsOf(content).needed].map(([name, at]) => ({ written: `args['${name}']`, name, at }))
  }
  // Python that says its language is that of a loop or an assignment, into which names are filled as text.
  const isText = kind === 'python' && saysLanguage(script)
  if (kind !== 'sql' && kind !== 'integration' && !isText) return []
  const names = namesInBraces(content)
  if ([...names.keys()].every(isDeclared)) return []
  return [...namesOutsideComments(content, kind)].map(([name, at]) => ({ written: `\${${name}}`, name, at }))
}

/** The code of a node uses a parameter that it does not have. */
export const parameterUndeclared: Rule = rememberingRule(
  {
    name: 'parameter/undeclared',
    severity: 'warning',
    summary:
      "SQL, a synchronisation task, or the Python code of an assignment or of the end of a do-while loop uses ${name}, or the code of a PyODPS node args['name'], and no parameter has that name.",
    evidence:
      'Names in code are filled in from script.parameters; inferred that others stay as they are written. "PyODPS node": args has the parameters of the node.',
    example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code("select * from src where ds = '\${bizdate}'")
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The service would search for the day "\${bizdate}".
    export const wrong = orders.nodes(ods)

    export const right = orders.nodes(ods.param('bizdate', '$[yyyymmdd-1]'))
  `,
  },
  ['Script'],
  (report) => {
    const names = new DeclaredNames()
    const suggester = new Suggester()
    return (script) => {
      const content = readText(script.value, 'content')
      if (!(content?.includes('${') || content?.includes('args'))) return
      const node = script.parent
      if (node?.name !== 'Node') return
      let declared: ReturnType<DeclaredNames['of']> | 'unread' = 'unread'
      const isDeclared = (name: string): boolean => {
        if (declared === 'unread') declared = names.of(node)
        // Where some parameters are references, any name may be declared.
        return declared?.has(name) ?? true
      }
      const lines = new TextLines(content ?? '')
      for (const { written, name, at } of usesOf(script, isDeclared)) {
        if (isDeclared(name)) continue
        const message = `The code uses ${written}, which is no parameter of the node.`
        report(
          findingAt(script, 'content', {
            message,
            inText: lines.placeOf(at),
            hint: missingParameter(name, names.of(node), suggester),
          }),
        )
      }
    }
  },
)
