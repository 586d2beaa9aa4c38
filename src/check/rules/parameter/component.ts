import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { childEntities, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

function wayOut(unknown: string | undefined, declared: ReadonlySet<string | undefined>): string {
  const names = [...declared].flatMap((name) => name ?? [])
  const near = didYouMean(unknown ?? '', names)
  return near === undefined ? 'Declare it among the inputs or outputs.' : `Did you mean @@{${near}}?`
}

/** The code of a component and its parameters do not fit. */
export const parameterComponent: Rule = {
  name: 'parameter/component',
  severity: 'warning',
  summary: 'The code of a component uses @@{name} without a parameter of that name; a note where one is not used.',
  evidence: 'Components: the SQL names inputs and outputs by @@{name}.',
  example: `
    const script = { content: 'select * from @@{source}', runtime: { command: 'SQL_COMPONENT' } }
    const component = (name: string) => ({
      kind: 'Component',
      version: '2.0.0',
      spec: { components: [{ name: 'clean', script, inputs: [{ name }] }] },
    })

    export const wrong = component('table')

    export const right = component('source')
  `,
  run(index, report) {
    for (const component of index.entitiesOf('Component')) {
      const script = component.child('script')
      const content = readText(script?.value, 'content')
      const parameters = [...childEntities(component, 'inputs'), ...childEntities(component, 'outputs')]
      if (script === undefined || !content || !hasShape(component) || !parameters.every(hasShape)) continue
      const used = new Set(Array.from(content.matchAll(/@@\{([^{}]*)\}/g), ([, name]) => name))
      const declared = new Set(parameters.map(({ value }) => readText(value, 'name')))
      const unknown = [...used].find((name) => !declared.has(name))
      if (unknown !== undefined) {
        report(
          findingAt(script, 'content', {
            message: `@@{${unknown}} is no parameter of the component.`,
            hint: wayOut(unknown, declared),
          }),
        )
      }
      for (const parameter of parameters) {
        const name = readText(parameter.value, 'name')
        if (used.has(name)) continue
        report(findingAt(parameter, '', { severity: 'info', message: `The code does not use @@{${name}}.` }))
      }
    }
  },
}
