export * from './late.ts'
