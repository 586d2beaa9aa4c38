/**
 * Documents in other versions of FlowSpec.
 *
 * @module
 */
export type { ReadDocument } from '../document/read-spec.ts'
export { convertSpec, type TargetVersion } from './convert-spec.ts'
export type { ConvertedSpec, NotCarried } from './converted-spec.ts'
