/** The version of the API that FlowSpec operations are of; it serves workspaces of the new Data Studio. */
export const dataStudioVersion = '2024-05-18'
