/** The description of an operation, as the generic call of the official clients takes it. */
export interface OfficialCallDescription {
  action: string
  version: string
  protocol: string
  pathname: string
  method: string
  authType: string
  bodyType: string
  reqBodyType: string
  style?: string
}

/** The parameters of a generic call. */
export interface OfficialCallRequest {
  query?: { [name: string]: string }
  body?: unknown
}

/** The settings of a generic call; times in milliseconds. */
export interface OfficialCallSettings {
  readTimeout?: number
  connectTimeout?: number
}

/**
 * A client of Alibaba Cloud's own, such as one of `@alicloud/openapi-client` or of a product's SDK. Only its generic
 * call is used.
 */
export interface OfficialClient {
  /** Calls an operation that is described in the call. */
  callApi(
    description: OfficialCallDescription,
    request: OfficialCallRequest,
    settings: OfficialCallSettings,
  ): Promise<{ [name: string]: unknown }>
}
