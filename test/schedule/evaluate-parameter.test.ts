import { isFlowSpecError } from 'flowspec'
import {
  daily,
  evaluateParameter,
  evaluateParameters,
  type ParameterContext,
  runs,
  type ScheduledRun,
} from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { readContext } from '../../src/schedule/parameters/context.ts'
import { evaluateParts } from '../../src/schedule/parameters/evaluation.ts'

const night: ParameterContext = { scheduleTime: '2025-11-01 02:30:45', businessDate: '2025-10-31' }

function rulesOf(evaluate: () => unknown): readonly string[] {
  try {
    evaluate()
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ rule, path }) => `${path} ${rule}`)
  }
  throw new Error('it has a value')
}

describe('the value of a scheduling parameter', () => {
  it.each<[expression: string, context: ParameterContext, value: string]>([
    ['orders', {}, 'orders'],
    ['', {}, ''],
    ['$bizdate', night, '20251031'],
    ['${bdp.system.bizdate}', night, '20251031'],
    ['$cyctime', night, '20251101023045'],
    ['${bdp.system.cyctime}', night, '20251101023045'],
    ['${yyyymmdd}', night, '20251031'],
    ['${yyyy-mm-dd-1}', night, '2025-10-30'],
    ['${yyyymm-1}', night, '202509'],
    ['${yyyymm-8}', night, '202502'],
    ['${yyyy-1}', night, '2024'],
    ['${yy}', night, '25'],
    ['${yyyymm}01', night, '20251001'],
    ['${yyyymmdd-7*1}', night, '20251024'],
    ['$[yyyymmddhh24miss]', night, '20251101023045'],
    ['$[yyyymmdd-1]', night, '20251031'],
    ['$[yyyymmddhh24miss-3/24]', night, '20251031233045'],
    ['$[yyyymmddhh24miss-1-1/24-15/24/60]', night, '20251031011545'],
    ['$[hh12]/$[hh24]', { scheduleTime: '2025-11-01 13:30:00' }, '01/13'],
    ['$[hh12]', { scheduleTime: '2025-11-01 00:30:00' }, '12'],
    ['$[add_months(yyyymmdd,-1)]', { scheduleTime: '2025-03-31 00:00:00' }, '20250228'],
    ['$[add_months(yyyymmdd,1)]', { scheduleTime: '2024-01-31 00:00:00' }, '20240229'],
    ['$[add_months(yyyymmdd,12*1)]', { scheduleTime: '2024-02-29 00:00:00' }, '20250228'],
    ['$[add_months(yyyymmdd,-1)-1/24]', { scheduleTime: '2025-03-28 00:30:00' }, '20250227'],
    ['$[yyyymm-1]', { scheduleTime: '2025-11-15 00:00:00' }, '202511'],
    // What the business date and the schedule time are when only the other is given.
    ['${yyyymmdd}', { scheduleTime: '2025-03-01 00:00:00' }, '20250228'],
    ['$[yyyymmddhh24miss]', { businessDate: '2025-03-15' }, '20250316000000'],
    // The current date is that of the schedule, unless it is given.
    ['$gmtdate', night, '20251101'],
    ['$gmtdate', { ...night, now: '2026-01-05' }, '20260105'],
    ['$gmtdate', { ...night, now: '2026-01-05 23:59:59' }, '20260105'],
    ['$gmtdate', { ...night, now: '2026-01-05T17:00:00Z' }, '20260106'],
    ['$gmtdate', { now: new Date(Date.UTC(2026, 0, 5)), timezone: 'America/New_York' }, '20260104'],
    ['$bizmonth', night, '202510'],
    ['$bizmonth', { businessDate: '2025-11-02' }, '202510'],
    ['$bizmonth', { businessDate: '2025-01-15', now: '2025-01-16' }, '202412'],
    ['$bizmonth', { businessDate: '2025-09-15', now: '2025-11-15' }, '202509'],
    ['$bizmonth', { businessDate: '2024-11-15', now: '2025-11-15' }, '202411'],
    // Parameters kept elsewhere may be expressions; those of the workflow may name those of the workspace.
    ['${workflow.a}/${workspace.b}', { ...night, workflow: { a: '$bizdate' }, workspace: { b: 'x' } }, '20251031/x'],
    ['${workflow.a}', { workflow: { a: '${workspace.b}!' }, workspace: { b: 'x' } }, 'x!'],
    ['$[yyyy]', { scheduleTime: '0099-01-01 00:00:00' }, '0099'],
    // The years go from 1 to 9999, both ends included.
    ['$[yyyymmddhh24miss-1]', { scheduleTime: '0001-01-02 00:00:00' }, '00010101000000'],
    ['$[yyyymmddhh24miss+1]', { scheduleTime: '9999-12-30 23:59:59' }, '99991231235959'],
    ['$[add_months(yyyymmdd,-1)]', { scheduleTime: '0001-02-28 00:00:00' }, '00010128'],
    ['$[add_months(yyyymmdd,1)]', { scheduleTime: '9999-11-30 00:00:00' }, '99991230'],
    ['$[yyyymmddhh24-1/24]', { scheduleTime: '0001-01-01 01:00:00', timezone: 'UTC' }, '0001010100'],
    ['$[mi-15/24/60]', { scheduleTime: '2025-07-27 00:05:00' }, '50'],
    ['$[hh24]', { scheduleTime: '2025-07-27 02:05:00', timezone: 'GMT+8' }, '02'],
  ])('%s', (expression, context, value) => {
    expect(evaluateParameter(expression, context)).toBe(value)
  })

  it.each<[timezone: string, scheduleTime: string, expression: string, value: string]>([
    ['Europe/Berlin', '2026-03-29 03:00:00', '$[hh24-1/24]', '01'],
    ['Europe/Berlin', '2026-03-29 03:00:00', '$[yyyymmddhh24miss-10/24/60]', '20260329015000'],
    ['Europe/Berlin', '2026-10-25 03:00:00', '$[hh24-2/24]', '02'],
    ['Europe/Berlin', '2026-10-25 02:00:00', '$[hh24-1/24]', '02'],
    ['Europe/Berlin', '2026-10-25 02:00:00', '$[yyyymmddhh24miss-10/24/60]', '20261025025000'],
    ['Europe/Berlin', '2026-10-25 02:00:00', '$[hh24-61/24/60]', '01'],
    ['America/New_York', '2026-03-09 00:30:00', '$[yyyymmddhh24-1]', '2026030800'],
    ['America/New_York', '2026-03-09 00:30:00', '$[yyyymmddhh24-24/24]', '2026030723'],
    ['America/New_York', '2026-04-08 02:30:00', '$[add_months(yyyymmddhh24mi,-1)]', '202603080230'],
    ['America/New_York', '2026-11-02 02:00:00', '$[yyyymmddhh24-1]', '2026110102'],
    ['Australia/Lord_Howe', '2025-10-05 02:45:00', '$[hh24:mi-1/24]', '01:15'],
    ['Asia/Shanghai', '2026-03-29 03:00:00', '$[hh24-1/24]', '02'],
  ])('in %s at %s, of %s: hours go by, days are those of the calendar', (timezone, scheduleTime, expression, value) => {
    expect(evaluateParameter(expression, { scheduleTime, timezone })).toBe(value)
  })

  it.each<[expression: string, context: ParameterContext, rules: readonly string[]]>([
    ['$jobid', night, [' parameter/runtime-only']],
    ['$nodeid/$taskid', night, [' parameter/runtime-only', ' parameter/runtime-only']],
    ['${workspace.region}', night, [' parameter/runtime-only']],
    ['${workflow.region}', { workflow: { regoin: 'x' } }, [' parameter/runtime-only']],
    ['${workflow.a}', { workflow: { a: '${workflow.a}' } }, [' parameter/runtime-only']],
    ['${workspace.toString}', { workspace: {} }, [' parameter/runtime-only']],
    ['$bizdate', {}, [' parameter/missing-time']],
    ['$[yyyymmdd]${yyyymmdd}', {}, [' parameter/missing-time', ' parameter/missing-time']],
    ['$gmtdate', {}, [' parameter/missing-time']],
    ['$bizmonth', { now: '2026-01-01' }, [' parameter/missing-time']],
    ['$[yyyymmdd-]', night, [' parameter/syntax']],
    ['$yyyymmdd', night, [' parameter/unknown']],
    ['$[yyyymmdd-999999999]', night, [' parameter/date-range']],
    ['$[add_months(yyyymmdd,999999)]', night, [' parameter/date-range']],
    ['${yyyy+9999}', night, [' parameter/date-range']],
    ['$[hh24+99999999/24]', night, [' parameter/date-range']],
    ['$[yyyymmdd-1]', { scheduleTime: '0001-01-01 23:59:59' }, [' parameter/date-range']],
    ['$[yyyymmdd+1]', { scheduleTime: '9999-12-31 00:00:00' }, [' parameter/date-range']],
    ['$[add_months(yyyymmdd,-1)]', { scheduleTime: '0001-01-31 00:00:00' }, [' parameter/date-range']],
    ['$[add_months(yyyymmdd,-25)]', { scheduleTime: '0001-03-31 00:00:00' }, [' parameter/date-range']],
    ['$[add_months(yyyymmdd,1)]', { scheduleTime: '9999-12-01 00:00:00' }, [' parameter/date-range']],
    ['$[yyyymmdd-1/24]', { scheduleTime: '0001-01-01 00:30:00', timezone: 'UTC' }, [' parameter/date-range']],
    ['$[yyyymm-1]$nope', night, [' parameter/unknown']],
    ['x', { now: '2026-01 00:00:00-31' }, ['/now schedule/date-syntax']],
    // Those of the workspace name no others of it.
    ['${workspace.a}', { workspace: { a: '${workspace.b}', b: 'x' } }, [' parameter/runtime-only']],
    ['x', { scheduleTime: '2026-01-01' }, ['/scheduleTime schedule/date-syntax']],
    ['x', { businessDate: '2026-02-30' }, ['/businessDate schedule/date-syntax']],
    ['x', { businessDate: '2026-01-31 00:00:00' }, ['/businessDate schedule/date-syntax']],
    ['x', { now: '2026-01-31 00:00:00x' }, ['/now schedule/date-syntax']],
    ['x', { now: '2026-01-31 00:00:00Z' }, ['/now schedule/date-syntax']],
    ['x', { timezone: 'CST' }, ['/timezone schedule/unknown-zone']],
    [
      '$bizdate',
      { scheduleTime: '2026-02-30 00:00:00', businessDate: '20260101', now: 'today', timezone: 'asia/shanghai' },
      [
        '/timezone schedule/zone-case',
        '/scheduleTime schedule/date-syntax',
        '/businessDate schedule/date-syntax',
        '/now schedule/date-syntax',
      ],
    ],
  ])('%s has none', (expression, context, rules) => {
    expect(rulesOf(() => evaluateParameter(expression, context))).toEqual(rules)
  })

  it.each<[expression: string, context: ParameterContext, said: RegExp]>([
    ['${workflow.region}', { workflow: { regoin: 'x' } }, /Did you mean regoin\?/],
    ['${workflow.region}', {}, /Give it as workflow: \{ 'region': '…' \}\./],
    ['${workspace.region}', { workspace: {} }, /Give it as workspace: \{ 'region': '…' \}\./],
    ['$taskid', {}, /The parameter "\$taskid" has a value that only the service knows/],
    ['x', { scheduleTime: '2026-02-30 00:00:00' }, /The scheduleTime "2026-02-30 00:00:00" is no date/],
    ['x', { businessDate: '20260101' }, /The businessDate "20260101" is no date of the form yyyy-MM-dd/],
    ['x', { now: 'today' }, /given as now, "today", is no point in time/],
  ])('%s is refused, and said why: %j', (expression, context, said) => {
    expect(() => evaluateParameter(expression, context)).toThrow(said)
  })

  it('is refused for a business date that is no text', () => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(rulesOf(() => evaluateParameter('x', { businessDate: ['2026-01-31'] }))).toEqual([
      '/businessDate schedule/date-syntax',
    ])
  })

  it('looks for a hundred names near to misspelt ones, and for no more', () => {
    const names = Array.from({ length: 101 }, (_, index) => `regoin_${index}`)
    const workflow = Object.fromEntries(names.map((name) => [name, 'x']))
    const hints = names.map((name) => {
      try {
        return evaluateParameter(`\${workflow.${name.replace('oi', 'io')}}`, { workflow })
      } catch (error) {
        return isFlowSpecError(error) ? error.diagnostics[0]?.hint : undefined
      }
    })
    expect(hints[99]).toBe('Did you mean regoin_99?')
    expect(hints[100]).toMatch(/^Give it as workflow/)
    expect(() => evaluateParameter('${workflow.region_99}', { workflow })).toThrow(/Did you mean regoin_99\?/)
  })

  it.each([
    ['region', 'Did you mean "regoin"?'],
    ['other', "Give it to the workflow: .param('other', …)."],
  ])('is the fault of whoever names %s, where all parameters of the workflow are known', (name, hint) => {
    const read = readContext({})
    if (!read.ok) throw new Error('refused')
    const named = { workflow: { regoin: 'x' }, isWholeWorkflow: true }
    expect(evaluateParts(`a\${workflow.${name}}`, read.times, named)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'parameter/unknown-workflow', severity: 'error', column: 2, hint }],
    })
    expect(evaluateParts(`\${workspace.${name}}`, read.times, named)).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'parameter/runtime-only' }],
    })
  })
})

describe('the values at a run', () => {
  const timezone = 'America/New_York'
  const parameters = { ds: '$bizdate', 1: '$[yyyymmddhh24-1/24]', label: 'x' }

  function runOf(count: number): ScheduledRun {
    const all = [...runs(daily('02:30').timezone(timezone), { from: '2026-03-07T12:00:00Z', count })]
    const run = all[count - 1]
    if (run === undefined) throw new Error('no such run')
    return run
  }

  it('are worked out from its wall clock and its business date', () => {
    expect(evaluateParameters(parameters, runOf(2), { timezone })).toEqual({
      ds: '20260308',
      1: '2026030901',
      label: 'x',
    })
  })

  it('are those of the time a dry run has moved to', () => {
    expect(runOf(1)).toMatchObject({ wallClock: '2026-03-08 03:30:00', dryRun: true })
    expect(evaluateParameters(parameters, runOf(1), { timezone })).toEqual({
      ds: '20260307',
      1: '2026030801',
      label: 'x',
    })
  })

  it('are refused with every fault, each at the name of its parameter', () => {
    const broken = { a: '$[yyyymmdd-]', ok: '$bizdate', 'b/c': '$taskid' }
    expect(rulesOf(() => evaluateParameters(broken, runOf(1), { timezone }))).toEqual([
      '/a parameter/syntax',
      '/b~1c parameter/runtime-only',
    ])
  })

  it('are refused for a run of another time zone, as when it was forgotten', () => {
    expect(() => evaluateParameters(parameters, runOf(1))).toThrow(/is not one of the time zone Asia\/Shanghai, which/)
    expect(() => evaluateParameters(parameters, runOf(1), { timezone: 'UTC' })).toThrow(/of the time zone "UTC"/)
    expect(rulesOf(() => evaluateParameters(parameters, runOf(1)))).toEqual(['/timezone schema/value'])
    expect(() => evaluateParameters(parameters, { ...runOf(1), at: 'x' }, { timezone })).toThrow(
      /What is given as run\.at, "x", is no point in time/,
    )
    expect(rulesOf(() => evaluateParameters(parameters, runOf(1), { timezone: 'nope' }))).toEqual([
      '/timezone schedule/unknown-zone',
    ])
  })

  it('keep a parameter of any name', () => {
    const values = evaluateParameters(JSON.parse('{"__proto__":"$bizdate"}'), runOf(2), { timezone })
    expect(Object.entries(values)).toEqual([['__proto__', '20260308']])
  })
})
