import { checkSpec, convertSpec } from 'flowspec'
import { defineRule, pointerOf } from 'flowspec/rules'
import { describe, expect, it } from 'vitest'

/** A file of the body, as `file_resource` of the reference implementation has it. */
const file = { id: 'file1', path: '/a.jar', storage: { type: 'oss', bucket: 'b' } }
const documentOf = (files: object, reference: unknown = '{{file1}}', flat = false): object => {
  const body = { files, fileResources: [{ id: 'r', name: 'a.jar', type: 'jar', file: reference }] }
  return flat ? { version: '1.0.0', kind: 'Resource', ...body } : { version: '1.1.0', kind: 'Resource', spec: body }
}

/** What a rule of a team's own is given for a reference to a file, and where that stands. */
function found(document: object, reference = '{{file1}}'): string | undefined {
  let place: string | undefined
  const rule = defineRule({
    name: 'custom/file',
    severity: 'info',
    summary: 'Finds a file.',
    run(index) {
      const entity = index.entityById('StoredFile', reference)
      place =
        entity &&
        `${pointerOf(entity)} ${String(entity.value['path'])} ${String(entity.child('storage')?.value['type'])}`
    },
  })
  checkSpec(document, { custom: [rule] })
  return place
}

describe('a file of spec.files', () => {
  it.each<[string, object, string, string | undefined]>([
    ['in oss', documentOf({ oss: [file] }), '{{file1}}', '/spec/files/oss/0 /a.jar oss'],
    ['in hdfs', documentOf({ hdfs: [{ ...file, id: 'x' }, file] }), 'file1', '/spec/files/hdfs/1 /a.jar oss'],
    ['with its group', documentOf({ oss: [file] }), '{{files.file1}}', '/spec/files/oss/0 /a.jar oss'],
    ['of version 1.0.0', documentOf({ oss: [file] }, '{{file1}}', true), '{{file1}}', '/files/oss/0 /a.jar oss'],
    ['among what is no file', documentOf({ oss: ['text', file] }), '{{file1}}', '/spec/files/oss/1 /a.jar oss'],
    ['where it belongs itself', documentOf({}, file), '{{file1}}', '/spec/fileResources/0/file /a.jar oss'],
    ['that is not there', documentOf({ oss: [file] }), '{{file2}}', undefined],
    ['of a storage that nobody reads', documentOf({ ftp: [file] }), '{{file1}}', undefined],
    ['beside the storages', documentOf([file]), '{{file1}}', undefined],
  ])('%s is found by its id', (_, document, reference, place) => {
    expect(found(document, reference)).toBe(place)
    const isKnown = !checkSpec(document).some(({ rule }) => rule === 'reference/unknown-entity')
    expect(isKnown).toBe(found(document) !== undefined || place !== undefined)
  })

  it('is looked at as any file is', () => {
    const wrong = documentOf({ oss: [{ ...file, path: 3, storage: { type: 'tape' } }] })
    const faults = checkSpec(wrong).filter(({ path }) => path.startsWith('/spec/files'))
    expect(faults.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'schema/type /spec/files/oss/0/path',
      'schema/enum /spec/files/oss/0/storage/type',
    ])
  })

  it('is written in place by a conversion', () => {
    const { documents, notCarried } = convertSpec(documentOf({ oss: [file, { id: 'unused' }] }), { version: '2.0.0' })
    expect(documents).toMatchObject([{ kind: 'Resource', spec: { fileResources: [{ file }] } }])
    expect(notCarried.map(({ path }) => path)).toEqual(['/spec/files/oss/1'])
  })
})
