import type { DataWorksErrorKind } from '../../../src/dataworks/errors/data-works-error.ts'

/** What a kind of failure means, and what helps. */
export interface KindText {
  readonly means: string
  readonly helps: string
}

/** Every kind: the compiler finds the one that is missing. */
export const kindTexts: Readonly<Record<DataWorksErrorKind, KindText>> = {
  throttled: {
    means: 'Too many requests, or the service is busy. Nothing was executed.',
    helps:
      'Wait `retryAfter` milliseconds and call again. The client did so as often as `retry` allows; `rateLimit` sends fewer at a time.',
  },
  'quota-exceeded': {
    means: 'The calls of the day are used up.',
    helps: 'They come back at midnight in UTC+8, or with a higher edition.',
  },
  'edition-required': {
    means: 'The edition of DataWorks lacks the operation.',
    helps: 'Activate the edition that the message names, in this region.',
  },
  'not-activated': { means: 'DataWorks is not activated for the account.', helps: 'Activate it in this region.' },
  'no-permission': {
    means: 'The access key may not do this.',
    helps: 'Give the RAM user the permission for the operation, and a role in the workspace.',
  },
  'credentials-rejected': {
    means: 'The access key or token is unknown, disabled or expired.',
    helps: 'Check the key, or get new temporary credentials.',
  },
  'signature-rejected': {
    means: 'The signature does not fit, or the same request arrived twice.',
    helps: 'Check the secret of the key, and what stands between here and the service, such as a proxy.',
  },
  'clock-skew': { means: "This machine's clock is more than 15 minutes off.", helps: 'Set the clock.' },
  'invalid-parameter': {
    means: 'A parameter is missing, or has a value that the operation does not take.',
    helps:
      'The message names it. FlowSpec operations are for workspaces of the new Data Studio, business processes for the old one.',
  },
  'spec-rejected': {
    means: 'The FlowSpec document, or something that it names, is refused.',
    helps:
      '`place` says where. Check the document, and that data source, resource group and owner exist in this workspace.',
  },
  'name-taken': { means: 'Something of that name exists.', helps: 'Take another name, or adopt what is there.' },
  'not-found': {
    means: 'The thing, the workspace or the operation does not exist.',
    helps: 'Check the id, the region, and the workspace it belongs to.',
  },
  'service-fault': {
    means: 'The service failed.',
    helps: 'When `ambiguous` is true the call may have had its effect: look before repeating it.',
  },
  unknown: {
    means: 'The service refused with a code that this library does not know.',
    helps: 'Its message is passed on as it is; `requestId` is what support asks for.',
  },
  'unreadable-answer': {
    means: 'The answer is not the JSON it should be.',
    helps: 'Call again; a proxy in between may have answered instead.',
  },
  timeout: {
    means: 'No answer came in time.',
    helps: 'When `ambiguous` is true, look before repeating it. A longer `timeout` waits longer.',
  },
  network: { means: 'The service was not reached, or the connection broke.', helps: 'Check endpoint, DNS and proxy.' },
  aborted: {
    means: 'The caller stopped the call by its `signal`.',
    helps: 'Nothing to do; `cause` is the reason given.',
  },
  'no-credentials': {
    means: 'There were no usable credentials to sign with.',
    helps: 'Set `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, or give `credentials`.',
  },
  'job-failed': {
    means: 'A job that runs in the service, such as an import, failed.',
    helps: 'The message is what the job said. Nothing of it is repeated by itself.',
  },
  'job-timeout': {
    means: 'A job was not done in time. It may still go on.',
    helps: 'Deploying again finds what it did; `wait.timeout` waits longer.',
  },
  incomplete: {
    means: 'What was written was read back without some of its parts; `lost` names them.',
    helps: 'Upstream outputs must exist and be equal character by character. Do not publish it as it is.',
  },
  'ambiguous-name': {
    means: 'Several workflows have the name.',
    helps: 'Say which by `.path(…)`, or rename or delete all but one.',
  },
  'other-version': {
    means: 'A workflow was read back as another version, which somebody else submitted at the same time.',
    helps: 'Agree on one and deploy it again. `acceptDifferences` is for what the service itself rewrites.',
  },
  'other-workspace': {
    means: 'Something was built or planned for another workspace. Nothing was changed.',
    helps: 'Build it for this one, or give the id of the other.',
  },
  refused: {
    means: 'Something was to be deleted, replaced or left out that no flag allows. Nothing was changed.',
    helps: 'Look at the plan; when it is what you want, give the flag that the message names.',
  },
  'release-failed': {
    means: 'A release ended without success.',
    helps: 'Look at it in DataWorks, mend what it names, and publish again.',
  },
  'stale-plan': {
    means: 'Workspace or code changed since the plan was made. Nothing was changed.',
    helps: 'Plan again, and look at what it says now.',
  },
  'would-empty': {
    means: 'A workflow without nodes was to replace one that has some. Nothing was imported.',
    helps: 'Submit it with its nodes; `allowEmpty` is for one that is to have none.',
  },
}
