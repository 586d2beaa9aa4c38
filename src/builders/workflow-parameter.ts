/**
 * A parameter of the workflow a node runs in, for `.param(name, …)` and the code of its nodes. A node's own parameter of
 * the same name comes before it, except in a manual workflow. The source is the service's page on scheduling parameters.
 *
 * @param name - name of the parameter, as `.param(…)` of the workflow gives it
 * @returns the text the service replaces with the value, `${workflow.<name>}`
 *
 * @example
 * ```ts
 * import { odpsSql, workflow, workflowParameter } from 'flowspec'
 *
 * const region = workflowParameter('region')
 *
 * const document = workflow('orders')
 *   .cron('00 02 00 * * ?')
 *   .param('region', 'cn-shanghai')
 *   .nodes(odpsSql('load').code('select * from t where region = ${region}').param('region', region))
 *   .build()
 * ```
 */
export function workflowParameter<const Name extends string>(name: Name): `\${workflow.${Name}}` {
  return `\${workflow.${name}}`
}
