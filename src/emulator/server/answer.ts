/** An answer as it goes on the wire. */
export interface Answer {
  /** HTTP status. */
  readonly status: number
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What becomes of an exchange: an answer, or a connection that is reset without one. */
export type Outcome = Answer | 'reset'

/** How the service labels its JSON. */
export const jsonContentType = 'application/json;charset=utf-8'
