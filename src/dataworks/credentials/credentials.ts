/** An access key, temporary when it comes with a security token (STS). */
export interface Credentials {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** The token of temporary credentials, as STS gives it out. */
  readonly securityToken?: string | undefined
}

/**
 * Something that gives credentials when asked, such as an instance of the default class of `@alicloud/credentials`,
 * which knows the whole chain: environment, profiles, roles of machines and clusters.
 */
export interface CredentialsClient {
  /** Gives an access key that is valid now. */
  getCredential(): Promise<{
    readonly accessKeyId?: string | undefined
    readonly accessKeySecret?: string | undefined
    readonly securityToken?: string | undefined
  }>
}

/**
 * Where a client takes its credentials from: an access key as it is, a function, or an `@alicloud/credentials` client.
 * Functions and clients are asked again for every request, so they may hand out keys that expire.
 */
export type CredentialsSource = Credentials | CredentialsClient | (() => Credentials | Promise<Credentials>)
