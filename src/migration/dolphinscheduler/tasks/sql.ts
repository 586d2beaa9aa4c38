import type { KnownWords, SourceFields } from '../../reading/source-fields.ts'
import { nodeWithoutCode, placeholderNode } from '../../target/placeholder.ts'
import { onDatasource, sqlCommand } from './datasources.ts'
import { type ConvertedTask, codeNode, type TaskConverter, type TaskSite } from './task-site.ts'

/** The statements before, the one of the task, and those after it, each with its end; undefined without the one of the task. */
function allStatements({ task: { params } }: TaskSite): string | undefined {
  const [before, after] = [params.texts('preStatements'), params.texts('postStatements')]
  const own = params.text('sql')
  if (own === undefined || (before.length === 0 && after.length === 0)) return own
  return [...before, own, ...after].map((statement) => `${statement.trim().replace(/;\s*$/, '')};\n`).join('')
}

/** Whether a statement is a query, whose rows can be sent. */
const sqlTypes: KnownWords<boolean> = { known: { 0: true, 1: false, QUERY: true, NOT_QUERY: false }, usual: true }

/** Whether the rows of a query are sent: other statements have none, and version 1 says it by how they are shown. */
function sendsMail(params: SourceFields): boolean {
  const [sends, shown] = [params.flag('sendEmail'), params.text('showType')]
  return params.word(sqlTypes, 'sqlType') && (sends ?? shown !== undefined)
}

function noteSettings({ task: { params }, note }: TaskSite): void {
  if (sendsMail(params)) {
    note({
      what: 'mail with the rows of a query',
      why: 'SQL nodes of DataWorks send no mail.',
      wayOut: 'Use a node of type data push, or a script that sends what it reads.',
    })
  }
  const functions = params.text('udfs')
  if (functions !== undefined) {
    note({
      what: `functions ${functions}`,
      why: 'The export has numbers of functions and not what they are.',
      wayOut: 'Create them in the workspace: udf(name).',
    })
  }
  if (params.text('connParams') !== undefined) {
    note({
      what: 'connection parameters',
      why: 'In DataWorks a connection is set up in its data source.',
      wayOut: 'Set them there.',
    })
  }
}

function onEngine(site: TaskSite, command: string, code: string | undefined): ConvertedTask {
  const node = code === undefined ? nodeWithoutCode(site, command) : codeNode(site, command, code)
  return { ...node, ...onDatasource(command, 'datasource', site) }
}

/** `SQL`: a node of the type that runs on its data source. */
export const sqlTask: TaskConverter = (site) => {
  const type = site.task.params.code('type')?.toUpperCase() ?? ''
  const command = sqlCommand(type, site)
  noteSettings(site)
  if (command !== undefined) return onEngine(site, command, allStatements(site))
  return placeholderNode(site, 'DIDE_SHELL', {
    what: `SQL on ${type === '' ? 'an unknown data source' : type}`,
    why: 'DataWorks has no node type for it that flowspec knows.',
    wayOut: `Name a node type, ${type || 'TYPE'}=COMMAND, or run it from a script.`,
  })
}

/** `PROCEDURE`: the call, as SQL. */
export const procedureTask: TaskConverter = (site) => {
  const type = site.task.params.code('type')?.toUpperCase() ?? ''
  const command = sqlCommand(type, site)
  const method = site.task.params.text('method')?.trim() ?? ''
  // The braces belong to JDBC and not to SQL.
  const call = method.startsWith('{') && method.endsWith('}') ? method.slice(1, -1).trim() : method
  if (command !== undefined && call !== '' && !call.includes('?')) {
    return onEngine(site, command, `${/^call\b/i.test(call) ? call : `call ${call}`};\n`.replace(/;+\n$/, ';\n'))
  }
  return placeholderNode(site, command ?? 'DIDE_SHELL', {
    what: 'call of a procedure',
    why: call.includes('?')
      ? 'Its arguments are bound by JDBC.'
      : `There is no node type for ${type || 'its data source'}.`,
    wayOut: 'Write the call with its arguments as SQL.',
  })
}
