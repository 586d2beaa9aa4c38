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
  return `\${workspace.${name}}`
}
