import { placeholderNode } from '../../target/placeholder.ts'
import { codeNode, scriptNode, type TaskConverter } from './task-site.ts'

/** `SHELL`: the script. */
export const shellTask: TaskConverter = (site) =>
  scriptNode(site, site.workspace.commandOf('SHELL') ?? 'DIDE_SHELL', 'rawScript')

/** `PYTHON`: the script, run as a program and not by an engine. */
export const pythonTask: TaskConverter = (site) => {
  const command = site.workspace.commandOf('PYTHON') ?? 'PYTHON'
  const node = scriptNode(site, command, 'rawScript')
  return command === 'PYTHON' ? { ...node, language: 'python3' } : node
}

/** `HIVECLI`: SQL of Hive, unless it stands in a file. */
export const hiveCliTask: TaskConverter = (site) => {
  const command = site.workspace.commandOf('HIVECLI') ?? 'EMR_HIVE'
  const script = site.task.params.text('hiveSqlScript')
  if (script !== undefined) return codeNode(site, command, script)
  return placeholderNode(site, command, {
    what: 'Hive SQL in a file',
    why: 'The export has no content of files.',
    wayOut: 'Put the content of the file into the code of the node.',
  })
}
