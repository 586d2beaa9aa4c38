import type { FlowRuntime } from '../model/generated/types.ts'

/** Settings of what runs the code of a node: its engine, its job, its container. The command is the type of the node. */
export interface RuntimeInput extends Omit<FlowRuntime, 'command'> {}
