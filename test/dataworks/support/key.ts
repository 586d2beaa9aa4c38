import type { Credentials } from 'flowspec/dataworks'

/** An access key of no one. */
export const key: Credentials = { accessKeyId: 'TESTKEYID', accessKeySecret: 'test-secret-of-no-one' }

/** A temporary access key of no one. */
export const temporaryKey: Credentials = {
  accessKeyId: 'STS.TESTKEYID',
  accessKeySecret: 'temporary-secret-of-no-one',
  securityToken: 'token-of-no-one/with+signs==',
}
