import type { Entity } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import type { CodeKind } from '../../../language/code-kind.ts'
import { argumentsOf } from '../../code/python-arguments.ts'
import { rememberingRule } from '../../engine/entity-rule.ts'
import { findingAt } from '../../engine/finding.ts'
import { codeKind, saysLanguage } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** Each is looked for in the whole code. */
const mostParameters = 50
/** Generated documents may have one in every node. */
const mostFindings = 100

/** Whether code may use the parameters by their places: all at once, or in a way that only running it shows. */
const byPlace = /\$[@*#]|\$\{!|\bshift\b|\bargv\b/

/** Whether code has a placeholder that is none of the parameters: one of them may be meant, which is another rule's. */
function hasOther(code: string, parameters: readonly Entity[]): boolean {
  const names = new Set(parameters.map(({ value }) => value['name']))
  return Array.from(code.matchAll(/\$\{([A-Za-z_]\w*)\}/g)).some(([, name]) => !names.has(name))
}

/** Whether code uses the parameter of a name at a place of the list. */
type IsUsed = (name: string, place: number) => boolean

/** Whether code has `$name` or `${name}`, of the whole name. */
function readsName(content: string, name: string): boolean {
  const isEnd = (at: number): boolean => !/^\w/.test(content.slice(at, at + 1))
  return [`$${name}`, `\${${name}`].some((written) => {
    for (let at = content.indexOf(written); at >= 0; at = content.indexOf(written, at + 1)) {
      if (isEnd(at + written.length)) return true
    }
    return false
  })
}

/** Whether a shell reads a parameter by its place. By its name, or the tenth as `$10`, it does not, as other rules tell. */
function inShell(content: string): IsUsed {
  const places = new Set<string>()
  for (const [, plain, behind = '', braced] of content.matchAll(/\$(?:([1-9])(\d*)|\{#?([1-9]\d*))/g)) {
    places.add(plain ?? braced ?? '').add(`${plain}${behind}`)
  }
  return (name, place) => places.has(String(place)) || places.has(name) || readsName(content, name)
}

function inPython(content: string): IsUsed {
  const { names, hasOthers } = argumentsOf(content)
  return (name) => hasOthers || names.has(name) || content.includes(`\${${name}}`)
}

function usesOf(content: string, kind: CodeKind | undefined): IsUsed {
  if (kind === 'shell') return inShell(content)
  return kind === 'pyodps' ? inPython(content) : (name) => content.includes(name)
}

/** The parameters of a script that its code does not use. One called "-" has no name. */
function unusedOf(script: Entity, content: string): readonly Entity[] {
  const own = variablesIn(script) ?? []
  const isUsed = usesOf(content, codeKind(script))
  const unused = own.slice(0, mostParameters).filter(({ value, position }) => {
    const name = readText(value, 'name') ?? '-'
    return name !== '-' && !isUsed(name, position + 1)
  })
  return unused.length === 0 || byPlace.test(content) || hasOther(content, own) ? [] : unused
}

/** A node has a parameter that its code does not name. */
export const parameterUnused: Rule = rememberingRule(
  {
    name: 'parameter/unused',
    severity: 'info',
    summary: 'The code of a node does not name one of its parameters; at most 100 of them are listed.',
    mostFindings,
    evidence: 'Follows from how code takes parameters, by name or, in a shell, by place.',
    example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').param('day', '$bizdate')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(ods.code('select 1'))

    export const right = orders.nodes(ods.code("select '\${day}'"))
  `,
  },
  ['Script'],
  (report) => {
    let left = mostFindings
    return (script) => {
      const content = left > 0 ? readText(script.value, 'content') : undefined
      const command = readText(script.child('runtime')?.value, 'command')
      if (!content || !command || script.parent?.name !== 'Node') return
      // Loops and branches take parameters elsewhere too.
      if (command.startsWith('CONTROLLER_') && !saysLanguage(script)) return
      for (const parameter of unusedOf(script, content)) {
        if (left-- <= 0) return
        const message = `The code does not use the parameter '${readText(parameter.value, 'name')}'.`
        report(findingAt(parameter, '', { message }))
      }
    }
  },
)
