// What citation-js makes of a file of references: its entries, and a list of references in APA.
// node cite.mjs FORM < file, where FORM is one of citation-js (`@bibtex/text`, `@ris/file`) or `json`.

import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'

const form = process.argv[2]
const text = readFileSync(0, 'utf8')
const cite = form === 'json' ? new Cite(JSON.parse(text)) : new Cite(text, { forceType: form })
const items = cite.data.map(({ _graph, ...item }) => item)
const apa = cite.format('bibliography', { template: 'apa', format: 'text' })
process.stdout.write(JSON.stringify({ items, apa }))
