import { inspect } from 'node:util'
import { type Diagnostic, FlowSpecError, isFlowSpecError, project, udf, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { createDiagnostic } from '../../src/diagnostics/diagnostic.ts'

const fault = (severity: Diagnostic['severity'], path: string): Diagnostic =>
  createDiagnostic({ rule: 'schema/range', severity, message: `priority at ${path} is 9.`, path, hint: 'Use 8.' })

function thrownBy(build: () => unknown): FlowSpecError {
  try {
    build()
  } catch (error) {
    if (isFlowSpecError(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the message', () => {
  test('of one error is about it', () => {
    expect(new FlowSpecError([fault('error', '/a')]).message).toBe(
      '1 fault found\nerror schema/range at /a\n  priority at /a is 9.\n  Use 8.',
    )
  })

  test('counts and shows errors alone, where there are any', () => {
    const error = new FlowSpecError([
      fault('warning', '/a'),
      fault('error', '/b'),
      fault('info', '/c'),
      fault('error', '/d'),
    ])
    expect(error.message).toMatch(/^2 faults found\n/)
    expect(error.message.match(/at \/\w$/gm)).toEqual(['at /b', 'at /d'])
    expect(error.diagnostics).toHaveLength(4)
  })

  test('shows all where there are none', () => {
    expect(new FlowSpecError([fault('warning', '/a'), fault('info', '/b')]).message).toMatch(
      /^2 faults found\nwarning schema\/range at \/a/,
    )
    expect(new FlowSpecError([]).message).toBe('0 faults found\n')
  })

  test('shows twenty, and says how many more there are', () => {
    const faults = (count: number): Diagnostic[] =>
      Array.from({ length: count }, (_, place) => fault('error', `/${place}`))
    const places = (error: FlowSpecError): number => error.message.match(/^error /gm)?.length ?? 0
    expect(places(new FlowSpecError(faults(20)))).toBe(20)
    expect(new FlowSpecError(faults(20)).message).toMatch(/^20 faults found\n[^…]+$/)
    const many = new FlowSpecError([...faults(21), fault('warning', '/w')])
    expect(places(many)).toBe(20)
    expect(many.message).toMatch(/^21 faults found\n/)
    expect(many.message).toMatch(/\n… and 1 more in error\.diagnostics$/)
    expect(many.diagnostics).toHaveLength(22)
  })
})

describe('the error', () => {
  const diagnostics = [fault('error', '/a')]
  const cause = new SyntaxError('no')
  const error = new FlowSpecError(diagnostics, { cause })

  test('is an error with a name, a stack, a cause and its diagnostics', () => {
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('FlowSpecError')
    expect(error.stack).toContain('flow-spec-error.test.ts')
    expect(error.cause).toBe(cause)
    expect(error.diagnostics).toBe(diagnostics)
    expect(new FlowSpecError(diagnostics)).not.toHaveProperty('cause')
    expect(String(error)).toMatch(/^FlowSpecError: 1 fault found\nerror schema\/range at \/a/)
  })

  test('is written to JSON with its name and its diagnostics', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'FlowSpecError', diagnostics })
  })

  test.each([
    ['inspected', inspect(error)],
    ['inspected in another object', inspect({ error }, { depth: 5 })],
    ['printed by Node when nobody caught it', inspect(error, { customInspect: false })],
    ['of a build', inspect(thrownBy(() => workflow('w').cron('x').build()))],
  ])('says everything once and nothing below its stack when it is %s', (_, shown) => {
    expect(shown.match(/FlowSpecError: 1 fault found/g)).toHaveLength(1)
    expect(shown.match(/error schema\/range|error schedule\/cron-syntax/g)).toHaveLength(1)
    expect(shown).not.toMatch(/diagnostics:|rule:|Symbol\(flowspec/)
  })

  test('holds what it held before to those who ask', () => {
    expect(error.diagnostics).toBe(diagnostics)
    expect('diagnostics' in error).toBe(true)
    expect({ ...error }).toEqual({})
  })

  test.each([
    ['a workflow', () => workflow('w').cron('x').build()],
    ['a project', () => project('p').add(workflow('w').cron('x')).build()],
    [
      'a project for an environment there is not',
      () =>
        project('p')
          .environments({ dev: {} })
          .build({ environment: 'prod' as 'dev' }),
    ],
    ['a function', () => udf('f').extra({ script: 7 }).build()],
    ['a build with a setting there is not', () => workflow('w').build(JSON.parse('{"projet":"a"}'))],
  ])('of the build of %s begins its frames at the call', (_, build) => {
    const [frame = ''] = thrownBy(build).stack?.match(/^ {4}at .*$/m) ?? []
    expect(frame).toContain('flow-spec-error.test.ts')
  })
})

describe('isFlowSpecError', () => {
  test('knows the error, and that of another copy of the package', () => {
    const brand = Symbol.for('flowspec.FlowSpecError')
    expect(isFlowSpecError(new FlowSpecError([]))).toBe(true)
    expect(isFlowSpecError(Object.assign(new Error('other'), { [brand]: true, diagnostics: [] }))).toBe(true)
  })

  test.each([[undefined], [null], ['FlowSpecError'], [1], [{}], [() => 1], [new Error('FlowSpecError')]])(
    'does not know %s',
    (value) => {
      expect(isFlowSpecError(value)).toBe(false)
    },
  )

  test('does not know an error by its name or its diagnostics', () => {
    expect(isFlowSpecError(Object.assign(new Error('x'), { name: 'FlowSpecError', diagnostics: [] }))).toBe(false)
  })
})
