import { fieldText } from '../../reading/lenient.ts'
import { placeholderNode } from '../../target/draft.ts'
import { codeNode, type TaskConverter } from './task-site.ts'

/** `SHELL`: the script. */
export const shellTask: TaskConverter = (site) =>
  codeNode(site, site.workspace.commandOf('SHELL') ?? 'DIDE_SHELL', fieldText(site.task.params, 'rawScript') ?? '')

/** `PYTHON`: the script, run as a program and not by an engine. */
export const pythonTask: TaskConverter = (site) => {
  const command = site.workspace.commandOf('PYTHON') ?? 'PYTHON'
  const node = codeNode(site, command, fieldText(site.task.params, 'rawScript') ?? '')
  return command === 'PYTHON' ? { ...node, language: 'python3' } : node
}

/** `HIVECLI`: SQL of Hive, unless it stands in a file. */
export const hiveCliTask: TaskConverter = (site) => {
  const command = site.workspace.commandOf('HIVECLI') ?? 'EMR_HIVE'
  const script = fieldText(site.task.params, 'hiveSqlScript')
  if (script !== undefined) return codeNode(site, command, script)
  return placeholderNode(site, command, {
    what: 'Hive SQL in a file',
    why: 'The export has no content of files.',
    wayOut: 'Put the content of the file into the code of the node.',
  })
}
