import { describe, it } from 'node:test';
import { readCsv } from '../../src/base/csv.js';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import { MemorySink } from '../../src/formats/files.js';
import type { ExportFormat } from '../../src/formats/format.js';
import { csvFormat, tsvFormat } from '../../src/formats/table/csv.js';
import { jsonFormat } from '../../src/formats/table/json.js';
import { jsonMinFormat } from '../../src/formats/table/json-min.js';
import { assertClose, casesOf, goldenJson, goldenText, hasGolden } from './text-cases.js';

const peers = [
  ['new', [false, 'new']],
  ['old', ['old']],
  ['2021', ['2021']],
] as const;

const families: readonly (readonly [string, ExportFormat, string, (text: string) => unknown])[] = [
  ['ls_json', jsonFormat, 'result.json', JSON.parse],
  ['ls_json_min', jsonMinFormat, 'result.json', JSON.parse],
  ['ls_csv', csvFormat, 'result.csv', (text) => rowsOf(text, ',')],
  ['ls_tsv', tsvFormat, 'result.csv', (text) => rowsOf(text, '\t')],
];

for (const [folder, format, file, parse] of families) {
  describe(`${format.name} as the peer writes it`, () => {
    if (!hasGolden(folder)) return;
    for (const name of casesOf(folder)) {
      for (const [peer, compats] of peers) {
        const expected = goldenText(`${name}/expected_${peer}/${file}`);
        if (expected === undefined) continue;
        for (const compat of compats) {
          it(`${name}, ${peer}${compat ? '' : ', as ours'}`, async () => {
            assertClose(parse(await written(format, name, peer, compat, file)), parse(expected));
          });
        }
      }
    }
  });
}

async function written(format: ExportFormat, name: string, peer: string, compat: unknown, file: string): Promise<string> {
  const sink = new MemorySink();
  const config = readConfigFacts(goldenText(`${name}/config.xml`) ?? '');
  const writer = format.begin({ config, sink, lose() {} }, { compat } as object);
  for (const task of goldenJson(`${name}/input${peer === '2021' ? '_2021' : ''}.json`)) await writer.write(task);
  await writer.end();
  return sink.text(file) ?? '';
}

/** Rows by column, cells as what they say: numbers, JSON, text. */
function rowsOf(text: string, separator: string): unknown {
  const [head = [], ...rows] = readCsv(text, separator).rows;
  return { head, rows: rows.map((row) => Object.fromEntries(head.map((name, index) => [name, said(row[index])]))) };
}

function said(cell: string | undefined): unknown {
  if (cell === undefined) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
