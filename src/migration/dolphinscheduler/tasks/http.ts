import { workspaceParameter } from '../../../builders/node/parameter.ts'
import { quoted } from '../../../diagnostics/shell-word.ts'
import { namesOf } from '../../note.ts'
import type { KnownWords, SourceFields } from '../../reading/source-fields.ts'
import { nodeWithoutCode } from '../../target/placeholder.ts'
import { type ConvertedTask, codeNode, type TaskConverter, type TaskSite } from './task-site.ts'

/** Whether what a header of a name holds is kept out of code. */
function isSecret(name: string): boolean {
  return /authorization|token|secret|password|cookie|api-?key/i.test(name)
}

/** Headers, whose secrets come from parameters of the workspace and stand in no code. */
class Headers {
  readonly #secrets: string[] = []

  optionFor(one: SourceFields, { note }: TaskSite): string {
    const name = one.text('prop') ?? ''
    if (!isSecret(name)) return `--header ${quoted(`${name}: ${one.text('value') ?? ''}`)}`
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

type ParameterKind = 'PARAMETER' | 'BODY' | 'HEADERS'

const parameterKinds: KnownWords<ParameterKind | undefined> = {
  known: { PARAMETER: 'PARAMETER', BODY: 'BODY', HEADERS: 'HEADERS' },
  usual: undefined,
}

type Check = 'STATUS_CODE_DEFAULT' | 'STATUS_CODE_CUSTOM' | 'BODY_CONTAINS' | 'BODY_NOT_CONTAINS'

const checks: KnownWords<Check> = {
  known: {
    STATUS_CODE_DEFAULT: 'STATUS_CODE_DEFAULT',
    STATUS_CODE_CUSTOM: 'STATUS_CODE_CUSTOM',
    BODY_CONTAINS: 'BODY_CONTAINS',
    BODY_NOT_CONTAINS: 'BODY_NOT_CONTAINS',
  },
  usual: 'STATUS_CODE_DEFAULT',
}

function ofKind(params: SourceFields, kind: ParameterKind): readonly SourceFields[] {
  return params
    .records('httpParams', 'httpRequestParams')
    .filter((one) => one.word(parameterKinds, 'httpParametersType') === kind)
}

function seconds(params: SourceFields, field: string): number | undefined {
  const milliseconds = params.integer(field)
  return milliseconds === undefined || milliseconds <= 0 ? undefined : Math.ceil(milliseconds / 1000)
}

function bodyOf(params: SourceFields): string | undefined {
  const whole = params.text('httpBody', 'httpRequestBody', 'body')
  const parts = ofKind(params, 'BODY')
  if (whole !== undefined || parts.length === 0) return whole
  return JSON.stringify(Object.fromEntries(parts.map((one) => [one.text('prop') ?? '', one.text('value') ?? ''])))
}

/** Tells of what is sent of which nothing says where: in the address, as a header or in the body. */
function noteKinds(params: SourceFields, { note }: TaskSite): void {
  const odd = params
    .records('httpParams', 'httpRequestParams')
    .filter((one) => one.value('httpParametersType') === undefined)
  if (odd.length === 0) return
  note({
    what: `parameters ${namesOf(odd.map((one) => one.code('prop') ?? 'without a name'))} of a request`,
    why: 'Nothing says whether they belong into the address, the headers or the body: they are left out.',
    wayOut: 'Put them into the call of curl.',
  })
}

/** The call with everything that says what is asked. */
function request(params: SourceFields, headers: Headers, site: TaskSite): readonly string[] {
  const method = (params.text('httpMethod', 'httpRequestMethod')?.toUpperCase() ?? 'GET').replaceAll(/[^A-Z]/g, '')
  const [connect, whole] = [seconds(params, 'connectTimeout'), seconds(params, 'socketTimeout')]
  const body = bodyOf(params)
  const query = ofKind(params, 'PARAMETER').map((one) => `${one.text('prop') ?? ''}=${one.text('value') ?? ''}`)
  const url = params.text('url') ?? ''
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
function checked(params: SourceFields, call: string): string {
  const condition = params.text('condition') ?? ''
  const kind = params.word(checks, 'httpCheckCondition')
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
  if (params.text('url') === undefined) return nodeWithoutCode(site, site.workspace.commandOf('HTTP') ?? 'DIDE_SHELL')
  noteKinds(params, site)
  const headers = new Headers()
  const call = request(params, headers, site).join(' \\\n  ')
  site.note({
    what: 'HTTP request',
    why: 'DataWorks has no node for it: it is a call of curl in a shell node.',
    wayOut: 'Look at whether the resource group reaches the address.',
  })
  return headers.into(codeNode(site, site.workspace.commandOf('HTTP') ?? 'DIDE_SHELL', checked(params, call)))
}
