/**
 * The instances of a span, worked out offline.
 *
 * @module
 */

export type { DependencyType } from '../language/dependency-types.ts'
export { type Inference, inferences } from './inferences.ts'
export type {
  DryRunReason,
  Instance,
  InstanceState,
  UnknownParameter,
  UnknownUpstream,
  UpstreamInstance,
} from './instance.ts'
export { type FormatInstancesOptions, formatInstances } from './instance-table.ts'
export { simulate } from './simulate.ts'
export type { Moment, SimulateOptions } from './simulate-options.ts'
export type { SimulatedDocument, SimulatedDocuments, SimulatedProject } from './simulated-document.ts'
export type { Simulation } from './simulation.ts'
export { streamInstances } from './stream-instances.ts'
export type { TimelineSvgOptions } from './svg/timeline-svg.ts'
export { timelineSvg } from './svg/timeline-svg.ts'
export type { NoInstancesReason, WithoutInstances } from './without-instances.ts'
