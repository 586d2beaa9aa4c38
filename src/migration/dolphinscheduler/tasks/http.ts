import { workspaceParameter } from '../../../builders/node/parameter.ts'
import { recordsOf } from '../../../document/json/records.ts'
import { quoted } from '../../parameters/shell-quotes.ts'
import { type Fields, fieldInteger, fieldText } from '../../reading/lenient.ts'
import { type ConvertedTask, codeNode, type TaskConverter, type TaskSite } from './task-site.ts'

/** Whether what a header of a name holds is kept out of code. */
function isSecret(name: string): boolean {
  return /authorization|token|secret|password|cookie|api-?key/i.test(name)
}

/** Headers, whose secrets come from parameters of the workspace and stand in no code. */
class Headers {
  readonly #secrets: string[] = []

  optionFor(one: Fields, { note }: TaskSite): string {
    const name = fieldText(one, 'prop') ?? ''
    if (!isSecret(name)) return `--header ${quoted(`${name}: ${fieldText(one, 'value') ?? ''}`)}`
    const parameter = `http_${name.toLowerCase().replaceAll(/\W+/g, '_')}`
    this.#secrets.push(parameter)
    note({
      what: `header ${name}`,
      why: 'What looks like a secret is not written into code.',
      wayOut: `Create the parameter '${parameter}' of the workspace with its value.`,
    })
    return `--header "${name.replaceAll(/[^\w-]/g, '')}: \${${parameter}}"`
  }

  /** Sets the secrets, which the shell gets behind its other parameters. */
  into(node: ConvertedTask): ConvertedTask {
    const { code = '', parameters = [] } = node
    const top = this.#secrets.map((name, at) => `${name}=\${${parameters.length + at + 1}}\n`).join('')
    const added = this.#secrets.map((name, at) => ({
      name: String(parameters.length + at + 1),
      value: workspaceParameter(name),
    }))
    return { ...node, code: top + code, parameters: [...parameters, ...added] }
  }
}

function ofKind(params: Fields, kind: string): readonly Fields[] {
  return recordsOf(params['httpParams']).filter((one) => fieldText(one, 'httpParametersType')?.toUpperCase() === kind)
}

function seconds(params: Fields, field: string): number | undefined {
  const milliseconds = fieldInteger(params, field)
  return milliseconds === undefined || milliseconds <= 0 ? undefined : Math.ceil(milliseconds / 1000)
}

function bodyOf(params: Fields): string | undefined {
  const whole = fieldText(params, 'httpBody', 'body')
  const parts = ofKind(params, 'BODY')
  if (whole !== undefined || parts.length === 0) return whole
  return JSON.stringify(
    Object.fromEntries(parts.map((one) => [fieldText(one, 'prop') ?? '', fieldText(one, 'value') ?? ''])),
  )
}

/** The call with everything that says what is asked. */
function request(params: Fields, headers: Headers, site: TaskSite): readonly string[] {
  const method = (fieldText(params, 'httpMethod', 'httpRequestMethod')?.toUpperCase() ?? 'GET').replaceAll(
    /[^A-Z]/g,
    '',
  )
  const [connect, whole] = [seconds(params, 'connectTimeout'), seconds(params, 'socketTimeout')]
  const body = bodyOf(params)
  const query = ofKind(params, 'PARAMETER').map(
    (one) => `${fieldText(one, 'prop') ?? ''}=${fieldText(one, 'value') ?? ''}`,
  )
  const url = fieldText(params, 'url') ?? ''
  const isInUrl = query.length > 0 && body === undefined
  return [
    `curl --silent --show-error --request ${method}`,
    ...(connect === undefined ? [] : [`--connect-timeout ${connect}`]),
    ...(whole === undefined ? [] : [`--max-time ${whole}`]),
    ...ofKind(params, 'HEADERS').map((one) => headers.optionFor(one, site)),
    ...(isInUrl ? ['--get', ...query.map((one) => `--data-urlencode ${quoted(one)}`)] : []),
    ...(body === undefined ? [] : [`--data ${quoted(body)}`]),
    quoted(body === undefined || query.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`),
  ]
}

/** What has to hold of the answer. */
function checked(params: Fields, call: string): string {
  const condition = fieldText(params, 'condition') ?? ''
  const kind = fieldText(params, 'httpCheckCondition')?.toUpperCase() ?? 'STATUS_CODE_DEFAULT'
  if (kind === 'BODY_CONTAINS') return `${call} | grep --fixed-strings -- ${quoted(condition)}\n`
  if (kind === 'BODY_NOT_CONTAINS') {
    return `answer=$(${call}) || exit 1\nprintf '%s\\n' "$answer"\n! printf '%s' "$answer" | grep --quiet --fixed-strings -- ${quoted(condition)}\n`
  }
  if (kind === 'STATUS_CODE_CUSTOM') {
    return `status=$(${call} --output /dev/null --write-out '%{http_code}') || exit 1\ntest "$status" = ${quoted(condition.trim())}\n`
  }
  return `${call} --fail\n`
}

/** `HTTP`: a call of curl in a shell, for DataWorks has no node that makes one. */
export const httpTask: TaskConverter = (site) => {
  const { params } = site.task
  const headers = new Headers()
  const call = request(params, headers, site).join(' \\\n  ')
  site.note({
    what: 'HTTP request',
    why: 'DataWorks has no node for it: it is a call of curl in a shell node.',
    wayOut: 'Look at whether the resource group reaches the address.',
  })
  return headers.into(codeNode(site, site.workspace.commandOf('HTTP') ?? 'DIDE_SHELL', checked(params, call)))
}
