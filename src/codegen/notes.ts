/** Something about a document that its code does not say, or says otherwise than people would. */
export interface CodeNote {
  /** Which of the documents, from 0. */
  readonly document: number
  /** What it is called. */
  readonly name: string
  readonly message: string
}
