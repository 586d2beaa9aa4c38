import { ServiceError } from './service-error.ts'

// Every refusal of the emulator is made here, and `inferred` says which parts of it no documentation page and no
// recorded answer confirms. Everything else in the emulator only picks a refusal.

const parameterName = /^[A-Za-z]{1,64}$/

// --- The gateway in front of the service ------------------------------------------------------------------------

export function unknownAction(action: string, version: string): ServiceError {
  const message = `The operation ${action} of version ${version}, called with this method and path, does not exist.`
  return new ServiceError({ status: 404, code: 'InvalidAction.NotFound', message, inferred: ['message'] })
}

export function missingParameter(name: string): ServiceError {
  const message = `The parameter ${name} is mandatory for this action.`
  return new ServiceError({ status: 400, code: `Missing${name}`, message, inferred: ['message'] })
}

export function invalidParameter(name: string, problem: string, cause?: Error): ServiceError {
  const code = parameterName.test(name) ? `Invalid${name}` : 'InvalidParameter'
  const message = `The specified parameter ${name} ${problem}.`
  return new ServiceError({ status: 400, code, message, inferred: ['message'], ...(cause && { cause }) })
}

export function malformedEncoding(cause: Error): ServiceError {
  const message = 'The query or the form is not percent-encoded UTF-8.'
  return new ServiceError({ status: 400, code: 'InvalidParameter', message, inferred: ['code', 'message'], cause })
}

export function unsupportedContentType(): ServiceError {
  const message = 'The body is not application/x-www-form-urlencoded.'
  return new ServiceError({ status: 400, code: 'InvalidParameter', message, inferred: ['code', 'message'] })
}

export function bodyTooLarge(limit: number): ServiceError {
  const message = `The request body is larger than ${limit} bytes.`
  const inferred = ['status', 'code', 'message'] as const
  return new ServiceError({ status: 413, code: 'RequestEntityTooLarge', message, inferred })
}

export function incompleteSignature(problem: string): ServiceError {
  const message = `The request signature does not conform to the standard: ${problem}.`
  return new ServiceError({ status: 400, code: 'IncompleteSignature', message, inferred: ['message'] })
}

export function unknownAccessKey(): ServiceError {
  const message = 'Specified access key is not found.'
  return new ServiceError({ status: 404, code: 'InvalidAccessKeyId.NotFound', message, inferred: [] })
}

export function wrongSecurityToken(): ServiceError {
  const message = 'The security token does not belong to this access key.'
  const inferred = ['code', 'message'] as const
  return new ServiceError({ status: 400, code: 'InvalidSecurityToken.MismatchWithAccessKey', message, inferred })
}

export function malformedTimestamp(): ServiceError {
  const message = 'x-acs-date is not a UTC time written as yyyy-MM-ddTHH:mm:ssZ.'
  return new ServiceError({ status: 400, code: 'InvalidTimeStamp.Format', message, inferred: ['message'] })
}

export function expiredTimestamp(): ServiceError {
  const message = 'x-acs-date is more than 15 minutes away from the time of the server.'
  return new ServiceError({ status: 400, code: 'InvalidTimeStamp.Expired', message, inferred: ['message'] })
}

export function usedNonce(): ServiceError {
  const message = 'x-acs-signature-nonce was used before.'
  return new ServiceError({ status: 400, code: 'SignatureNonceUsed', message, inferred: ['message'] })
}

/** The canonical request is not quoted: it may hold a security token. */
export function wrongSignature(stringToSign: string): ServiceError {
  const message = `Specified signature is not matched with our calculation. server string to sign is:${stringToSign}`
  return new ServiceError({ status: 400, code: 'SignatureDoesNotMatch', message, inferred: ['message'] })
}

export function wrongContentHash(): ServiceError {
  const message = 'x-acs-content-sha256 is not the SHA-256 of the body that was received.'
  return new ServiceError({ status: 400, code: 'SignatureDoesNotMatch', message, inferred: ['code', 'message'] })
}

export function internalError(cause: Error): ServiceError {
  const message = `The emulator failed: ${cause.message}`
  return new ServiceError({ status: 500, code: 'InternalError', message, inferred: ['message'], cause })
}

// --- Workspaces and what is in them -----------------------------------------------------------------------------

export function unknownProject(id: string): ServiceError {
  const message = `The workspace ${id} does not exist.`
  return new ServiceError({ status: 400, code: '1101080008', message, inferred: ['status', 'message'] })
}

export function projectNotVisible(id: string): ServiceError {
  const message = `The workspace ${id} does not exist, or this account has no access to it.`
  return new ServiceError({ status: 400, code: '9990040003', message, inferred: ['status', 'message'] })
}

export function notNewDataStudio(identifier: string): ServiceError {
  const message = `The workspace ${identifier} does not use the new Data Studio, so FlowSpec operations do not work in it.`
  return new ServiceError({ status: 400, code: 'InvalidParameter', message, inferred: ['status', 'message'] })
}

export function notLegacyDataStudio(identifier: string): ServiceError {
  const message = `The workspace ${identifier} uses the new Data Studio, so business processes do not work in it.`
  return new ServiceError({ status: 400, code: '1201111431', message, inferred: ['status', 'message'] })
}

export function unknownResource(kind: string, id: string): ServiceError {
  const message = `${kind} ${id} does not exist.`
  return new ServiceError({ status: 400, code: '5801488441564725318', message, inferred: ['status', 'message'] })
}

export function duplicateBusinessName(name: string): ServiceError {
  const message = `A business process named ${name} already exists.`
  return new ServiceError({ status: 400, code: '9990030003', message, inferred: ['status', 'code', 'message'] })
}

// --- Faults of a submitted document -----------------------------------------------------------------------------

/** The code the service gives when it cannot make sense of the document. */
const unreadableSpec = '58014884415'
/** The family of missing and invalid parameters; that these faults belong to it is inferred. */
const invalidSpec = '9990030003'

/** What stands after the colon is the emulator's own. */
export function specNotParsed(problem: string, path: string, cause?: Error): ServiceError {
  const message = `Spec JSON parse failed: ${problem}`
  return new ServiceError({ status: 400, code: unreadableSpec, message, path, inferred: [], ...(cause && { cause }) })
}

export function unsupportedKind(kind: string): ServiceError {
  const message = `Not support spec kind: ${kind}`
  return new ServiceError({ status: 400, code: unreadableSpec, message, path: '$.kind', inferred: [] })
}

export function kindOfAnotherOperation(): ServiceError {
  const message = 'spec kind and request not match'
  return new ServiceError({ status: 400, code: invalidSpec, message, path: '$.kind', inferred: ['code'] })
}

export function unknownLabel(enumeration: string, value: string, path: string): ServiceError {
  const message = `Enum not found. Enum: ${enumeration} Value:${value}`
  return new ServiceError({ status: 400, code: unreadableSpec, message, path, inferred: ['code'] })
}

export function emptyCommand(path: string): ServiceError {
  const message = 'script.runtime.command is empty'
  return new ServiceError({ status: 400, code: unreadableSpec, message, path, inferred: [] })
}

export function notAWorkflowCommand(command: string, path: string): ServiceError {
  const message = `script.runtime.command of a workflow must be WORKFLOW, not ${command}`
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code', 'message'] })
}

export function commandChanged(before: string, after: string, path: string): ServiceError {
  const message = `script.runtime.command cannot be changed from ${before} to ${after}`
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code', 'message'] })
}

export function emptyPath(path: string): ServiceError {
  const message = 'script.path is empty'
  return new ServiceError({ status: 400, code: unreadableSpec, message, path, inferred: ['message'] })
}

export function pathWithoutName(path: string): ServiceError {
  const message = 'Script path must end with node name'
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code'] })
}

export function emptyName(path: string): ServiceError {
  const message = 'name is empty'
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code', 'message'] })
}

/** The name after the colon is the emulator's addition. */
export function duplicateName(
  kind: 'Component' | 'Function' | 'Node' | 'Resource' | 'Workflow',
  name: string,
  path: string,
): ServiceError {
  const message = `${kind} with the same name already exists: ${name}`
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code'] })
}

export function invalidCron(cron: string, path: string): ServiceError {
  const message = `Invalid cron expression in trigger: ${cron}`
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code'] })
}

export function idOfSomethingElse(id: string, path: string): ServiceError {
  const message = `The id ${id} belongs to another object`
  return new ServiceError({ status: 400, code: invalidSpec, message, path, inferred: ['code', 'message'] })
}

/** Chinese, as it was recorded; a folder is such an object too. */
export function unknownContainer(id: string): ServiceError {
  const message = `内部节点的容器对象: 未找到 ${id}`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['code'] })
}

export function nameNotAllowed(name: string): ServiceError {
  const message = `A name must not hold a slash, and ${name} does`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

// --- Releasing --------------------------------------------------------------------------------------------------

/** Recorded for nodes in workflows, which are released with their workflow only. */
export function unpublishable(id: string): ServiceError {
  const message = `未找到发布对象: [["${id}"]]`
  return new ServiceError({ status: 400, code: '5801489541076353033', message, inferred: [] })
}

export function sharedOutput(output: string): ServiceError {
  const message = `can not exported multiple nodes into the same output: ${output}`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code'] })
}

export function runIsOver(): ServiceError {
  const message = '流水线不是正在运行'
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['code'] })
}

export function stageNotNext(code: string): ServiceError {
  const message = `The stage ${code} is not the next one of the pipeline run`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

export function stillPublished(id: string): ServiceError {
  const message = `${id} is published: take it offline first`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

// --- The old Data Studio ----------------------------------------------------------------------------------------

export function unknownFolder(path: string): ServiceError {
  const message = `The folder ${path} does not exist.`
  return new ServiceError({ status: 400, code: '1201111431', message, inferred: ['status', 'message'] })
}

export function duplicateFolder(path: string): ServiceError {
  const message = `The folder ${path} already exists.`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

export function duplicateFile(name: string): ServiceError {
  const message = `A file named ${name} already exists in the folder.`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

export function nothingChanged(name: string): ServiceError {
  const message = `No value of the file ${name} would change.`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

export function notEmpty(kind: string, id: string): ServiceError {
  const message = `The ${kind} ${id} is not empty.`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}

export function notSubmitted(name: string): ServiceError {
  const message = `The file ${name} was never submitted.`
  return new ServiceError({ status: 400, code: invalidSpec, message, inferred: ['status', 'code', 'message'] })
}
