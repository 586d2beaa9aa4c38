import type { ShapeFirst } from '../support/fixture.ts'
import { controlShapes } from './control-shapes.ts'
import { nodeShapes } from './node-shapes.ts'
import { parameterShapes } from './parameter-shapes.ts'

/** What is not told beside a fault of shape, by what it is about. */
export const shapes: readonly ShapeFirst[] = [...controlShapes, ...nodeShapes, ...parameterShapes]
