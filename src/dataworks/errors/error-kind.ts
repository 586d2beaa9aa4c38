/**
 * What kind of failure a {@link DataWorksError} is. The kinds up to `unknown` are answers of the service, the others
 * happened on the way or while waiting.
 *
 * - `throttled`: too many requests, or the service is busy; nothing was executed
 * - `quota-exceeded`: the calls of the day are used up
 * - `edition-required`: the workspace's DataWorks edition lacks the operation
 * - `not-activated`: DataWorks is not activated for the account
 * - `no-permission`: the access key may not do this
 * - `credentials-rejected`: the access key or token is unknown, disabled or expired
 * - `signature-rejected`: the signature does not fit, or a request was sent twice
 * - `clock-skew`: this machine's clock is more than 15 minutes off
 * - `invalid-parameter`: a parameter is missing or has a value the operation does not take
 * - `spec-rejected`: the FlowSpec document, or something it names, is refused
 * - `name-taken`: something of that name exists
 * - `not-found`: the thing, the workspace or the operation does not exist
 * - `service-fault`: the service failed
 * - `unknown`: the service refused with a code this library does not know
 * - `unreadable-answer`: an answer that is not the JSON it should be
 * - `timeout`, `network`, `aborted`: no answer came
 * - `no-credentials`: there were no usable credentials to sign with
 * - `job-failed`, `job-timeout`: an asynchronous job failed, or was not done in time
 * - `incomplete`: a submitted workflow was read back without some of its nodes or edges
 * - `ambiguous-name`: several workflows have the name
 */
export type DataWorksErrorKind =
  | 'aborted'
  | 'ambiguous-name'
  | 'clock-skew'
  | 'credentials-rejected'
  | 'edition-required'
  | 'incomplete'
  | 'invalid-parameter'
  | 'job-failed'
  | 'job-timeout'
  | 'name-taken'
  | 'network'
  | 'no-credentials'
  | 'no-permission'
  | 'not-activated'
  | 'not-found'
  | 'quota-exceeded'
  | 'service-fault'
  | 'signature-rejected'
  | 'spec-rejected'
  | 'throttled'
  | 'timeout'
  | 'unknown'
  | 'unreadable-answer'
