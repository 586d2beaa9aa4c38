// The least that can be done with a document: node parse-and-write.mjs FROM TO
import { readFileSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
writeFileSync(to, JSON.stringify(JSON.parse(readFileSync(from, 'utf8')), undefined, 2))
