/** The key pair, and with STS the token, that requests are signed with. */
export interface AccessKey {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** When there is one, every request must carry it in `x-acs-security-token`. */
  readonly securityToken?: string
}
