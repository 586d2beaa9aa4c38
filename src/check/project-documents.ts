/** A project as plain data: what stands in one workspace together. */
export interface ProjectDocuments {
  /** English name of the project, with which its outputs begin. */
  readonly identifier: string
  /**
   * The documents, as read or built. They are indexed once for each object that holds them, so give the same object to
   * the check of every document, and change neither it nor the documents.
   */
  readonly documents: readonly unknown[]
}
