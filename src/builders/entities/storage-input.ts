/** Where the file of a resource is kept: a bucket of OSS, an HDFS, a folder of the service, or a Maven repository. */
export type StorageInput =
  | { readonly type: 'oss'; readonly endpoint: string; readonly bucket: string }
  | { readonly type: 'hdfs'; readonly addresses: readonly string[]; readonly hdfsUser?: string }
  | { readonly type: 'local'; readonly root?: string }
  | { readonly type: 'maven' }
