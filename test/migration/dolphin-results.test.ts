import { isFlowSpecError } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { fromDolphinScheduler } from 'flowspec/migration'
import { afterAll, describe, expect, test } from 'vitest'
import { documentsOf, ProjectFolder } from '../codegen/support/generated-project.ts'
import { exportedWorkflow, withTask } from './support/dolphin-export.ts'
import { expectHarmless, hostileTexts } from './support/hostile-texts.ts'

const folder = new ProjectFolder()
afterAll(() => folder.remove())

describe('what comes of it', () => {
  test('is code that builds the same documents', async () => {
    const { documents } = fromDolphinScheduler([
      exportedWorkflow({
        globals: { dt: '$[yyyyMMdd-1]' },
        tasks: [
          { code: 1, name: 'a', type: 'SHELL', params: { rawScript: "echo '${dt}'" } },
          { code: 2, name: 'b', type: 'SUB_PROCESS', params: { processDefinitionCode: 2 }, after: [1] },
        ],
      }),
      exportedWorkflow({ code: 2, name: 'c', tasks: [{ code: 3, name: 'a', type: 'K8S' }] }),
    ])
    expect(await documentsOf(folder.write('dolphin', toCode(documents).files))).toEqual(documents)
  })

  const hostile = [...hostileTexts, '*/ x /*', '\u202Eevil', '</script>', 'a/b\\c', '\ud800']

  test.each(hostile)('has no harm of the text %j', (text) => {
    const exported = exportedWorkflow({
      name: `w${text}`,
      globals: { p: text, [`${text}q`]: '1' },
      definition: { projectName: text, description: text },
      tasks: [
        {
          code: 1,
          name: text,
          type: 'SHELL',
          params: { rawScript: text },
          more: { description: text, workerGroup: text },
        },
        { code: 2, name: text, type: text, after: [1] },
      ],
      schedule: { crontab: text, timezoneId: text, startTime: text, endTime: text },
    })
    expectHarmless(fromDolphinScheduler(exported))
  })

  test.each([
    ['no object', 7, 'migration/source'],
    ['no list of tasks', [{ processDefinition: { code: 1, name: 'a' } }], 'migration/source'],
    ['a document of FlowSpec', { kind: 'CycleWorkflow', version: '1.1.0', spec: {} }, 'migration/source'],
    ['an empty list', [], 'migration/source'],
    ['a list of texts', ['a'], 'migration/source'],
    ['text that is no JSON', '{', 'document/syntax'],
    ['the same workflow twice', [withTask('SHELL', {}), withTask('SHELL', {})], 'migration/source'],
    [
      'the same task twice',
      exportedWorkflow({
        tasks: [
          { code: 1, name: 'a', type: 'SHELL' },
          { code: 1, name: 'b', type: 'SHELL' },
        ],
      }),
      'migration/source',
    ],
  ])('is an error of this project for %s', (_, source, rule) => {
    let found: unknown
    try {
      fromDolphinScheduler(source as object)
    } catch (error) {
      found = error
    }
    expect(isFlowSpecError(found) && found.diagnostics[0]?.rule).toBe(rule)
  })

  test('tells all faults of an export at once, with their places', () => {
    const bad = [{ processDefinition: { code: 1 }, taskDefinitionList: [{ name: 'x' }, 5] }, 7]
    expect(() => fromDolphinScheduler(bad)).toThrow(/4 faults found/)
    expect(() => fromDolphinScheduler(bad)).toThrow('/0/taskDefinitionList/1')
  })
})
