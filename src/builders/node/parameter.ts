import type { FlowVariable } from '../../language/generated/types.ts'
import { checkArgument, text } from '../arguments.ts'
import type { ParameterOptions } from './node-options.ts'

/** A variable as the wire writes it. */
export function wireVariable(
  name: string,
  value: string | undefined,
  type: FlowVariable['type'],
  options: ParameterOptions,
): FlowVariable {
  return {
    artifactType: 'Variable',
    name,
    scope: options.scope ?? 'NodeParameter',
    type: options.type ?? type,
    ...(value === undefined ? {} : { value }),
    ...(options.description === undefined ? {} : { description: options.description }),
  }
}

/** How a value comes about where nothing else is said. */
export function usualType(value: string): 'System' | 'Constant' {
  return typeof value === 'string' && value.includes('$') ? 'System' : 'Constant'
}

/** A scheduling parameter as the wire writes it. */
export function parameterVariable(name: string, value: string, options: ParameterOptions): FlowVariable {
  return Object.freeze(wireVariable(name, value, usualType(value), options))
}

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
  checkArgument('workflowParameter', 'name', name, text)
  return `\${workflow.${name}}`
}

/**
 * A parameter of the workspace, for `.param(name, …)` and the code of nodes. Parameters of the node and of its workflow
 * come before it. The source is the service's page on scheduling parameters.
 *
 * @param name - name of the parameter in the workspace
 * @returns the text the service replaces with the value, `${workspace.<name>}`
 *
 * @example
 * ```ts
 * import { shell, workspaceParameter } from 'flowspec'
 *
 * const send = shell('send').code('./send.sh $1').param('1', workspaceParameter('mail_host'))
 * ```
 */
export function workspaceParameter<const Name extends string>(name: Name): `\${workspace.${Name}}` {
  checkArgument('workspaceParameter', 'name', name, text)
  return `\${workspace.${name}}`
}
