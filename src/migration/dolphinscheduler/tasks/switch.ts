import { readCondition } from '../../../check/conditions/condition.ts'
import { addToGroup } from '../../../document/index/first-by-key.ts'
import { isRecord, recordsOf } from '../../../document/json/records.ts'
import { fieldText } from '../../reading/lenient.ts'
import { type ArmDraft, placeholderNode } from '../../target/draft.ts'
import { Names } from '../../target/names.ts'
import type { TaskScope } from '../scope.ts'
import type { TaskConverter, TaskSite } from './task-site.ts'

const partOfScript =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|===|!==|&&|\|\||!(?!=)|\$\{[^${}]*\}|\btrue\b|\bfalse\b|\bnull\b/g

const words: Readonly<Record<string, string>> = {
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
  '!': 'not ',
  true: 'True',
  false: 'False',
  null: 'None',
}

/** Whether the engine puts quotes around a value, which it does for what is no number. */
function isTextValue(name: string, scope: TaskScope): boolean {
  const value = scope.constantOf(name)
  return value !== undefined && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value)
}

/** Whether a condition calls something, or looks at what is no parameter. */
function hasOtherWords(condition: string): boolean {
  const bare = condition.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{[^${}]*\}/g, ' ')
  return Array.from(bare.matchAll(/[A-Za-z_]\w*/g)).some(([word]) => !pythonWords.has(word))
}

const pythonWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'True', 'False', 'None'])

/** Longer than any condition that a person wrote. */
const longest = 2000

const comparedWithText = /(\$\{[^${}]*\})(\s*(?:==|!=)\s*["'])|(["']\s*(?:==|!=)\s*)(\$\{[^${}]*\})/g

/** A condition as the expression of Python that a branch node takes; undefined for one that it cannot be. */
function pythonCondition(condition: string, scope: TaskScope): string | undefined {
  if (condition.length > longest) return undefined
  const text = condition
    .trim()
    .replaceAll(partOfScript, (part) => (Object.hasOwn(words, part) ? (words[part] ?? part) : part))
    .replaceAll(/\$\{\s*([^${}]*?)\s*\}/g, (part, name: string) => (isTextValue(name, scope) ? `'${part}'` : part))
    .replaceAll(comparedWithText, (part, left?: string, after = '', before = '', right?: string) => {
      if (left !== undefined) return `'${left}'${after}`
      return right === undefined ? part : `${before}'${right}'`
    })
  const { expression, fault } = readCondition(text)
  return expression === undefined || fault !== undefined || hasOtherWords(text) ? undefined : text
}

interface Route {
  readonly condition: string
  readonly target: string
}

/** Conditions and what they lead to; undefined when one cannot be carried. */
function routesOf({ task: { params }, scope }: TaskSite): readonly Route[] | undefined {
  const held = params['switchResult']
  const result = isRecord(held) ? held : {}
  const routes: Route[] = []
  const before: string[] = []
  for (const one of recordsOf(result['dependTaskList'])) {
    const condition = pythonCondition(fieldText(one, 'condition') ?? '', scope)
    const target = fieldText(one, 'nextNode')
    if (condition === undefined || target === undefined) return undefined
    // The first condition that holds counts: those before must not hold.
    routes.push({
      condition: [...before.map((other) => `not (${other})`), before.length === 0 ? condition : `(${condition})`].join(
        ' and ',
      ),
      target,
    })
    before.push(condition)
  }
  const other = fieldText(result, 'nextNode')
  if (other !== undefined && before.length > 0) {
    routes.push({ condition: before.map((one) => `not (${one})`).join(' and '), target: other })
  }
  return routes
}

/** An arm for each task that is led to, called after it. */
function armsOf(routes: readonly Route[], titles: ReadonlyMap<string, string>): readonly ArmDraft[] {
  const byTarget = new Map<string, Route[]>()
  for (const route of routes) addToGroup(byTarget, route.target, route)
  const names = new Names()
  return [...byTarget].map(([key, all]) => ({
    key,
    arm: names.nameOf(titles.get(key) ?? key, 'arm'),
    condition: all.length === 1 ? (all[0]?.condition ?? '') : all.map(({ condition }) => `(${condition})`).join(' or '),
  }))
}

const mostRoutes = 50

/** `SWITCH`: a branch node with an arm for each task that it leads to. */
export const switchTask: TaskConverter = (site) => {
  const routes = routesOf(site)
  if (routes === undefined || routes.length === 0 || routes.length > mostRoutes) {
    return placeholderNode(site, 'VIRTUAL', {
      what: 'conditions of a switch',
      why: 'They are no expressions that a branch node takes, which are of Python and on parameters.',
      wayOut: 'Write a branch node: branch(name).arm(arm, condition).',
    })
  }
  const text = routes.map(({ condition }) => condition).join(' ')
  const names = new Set(Array.from(text.matchAll(/\$\{\s*([^${}]*?)\s*\}/g), ([, name = '']) => name))
  const parameters = [...names].flatMap((name) => {
    const value = site.scope.valueFor(name)
    return value === undefined ? [] : [{ name, value }]
  })
  const unknown = [...names].filter((name) => site.scope.valueFor(name) === undefined)
  if (unknown.length > 0) {
    site.note({
      what: `values of a switch: ${unknown.join(', ')}`,
      why: 'They come from tasks before it, which DataWorks hands on by assignment nodes.',
      wayOut:
        'Make the task an assignment node, and give its output to the branch: .param(name, variableOf(node, "outputs")).',
    })
  }
  return { making: { kind: 'branch', arms: armsOf(routes, site.titles) }, parameters }
}
