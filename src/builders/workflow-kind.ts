/** The kinds of workflow there are builders for. */
export type WorkflowKind = 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow'
