import type { RuleDescription } from '../rule.ts'

/** The rules of building projects. */
export const projectRules: readonly RuleDescription[] = [
  /**
   * @example
   * ```ts
   * import { project, workflow } from 'flowspec'
   *
   * const retail = project('retail')
   *   .environments({ dev: { hour: '01' }, prod: { hour: '03' } })
   *   .add(({ hour }) => workflow('orders').cron(`00 00 ${hour} * * ?`))
   * // The name may come from a command line, which no compiler has seen.
   * const build = (environment: string) => retail.build(JSON.parse(JSON.stringify({ environment })))
   *
   * export const wrong = () => build('production')
   *
   * export const right = () => build('prod')
   * ```
   */
  {
    name: 'project/unknown-environment',
    severity: 'error',
    summary: 'A project is built for an environment it does not have.',
    evidence: 'Each environment has the values that the documents are made with.',
  },
]
