import { writeFile } from 'node:fs/promises'
import { printSchema, printTypes, readCatalogue } from '#server/db/catalogue.ts'
import { migrate } from '#server/db/migrate.ts'

// Writes db/schema.sql and server/db/tables.gen.ts from a scratch database: DATABASE_URL=… node scripts/schema.ts
const url = process.env['DATABASE_URL']
if (url === undefined) throw new Error('set DATABASE_URL to an empty scratch database')
await migrate(url)
const catalogue = await readCatalogue(url)
await writeFile(new URL('../db/schema.sql', import.meta.url), printSchema(catalogue))
await writeFile(new URL('../server/db/tables.gen.ts', import.meta.url), printTypes(catalogue))
