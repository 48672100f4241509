import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { InFile } from '../../src/formats/files.js';
import { importTasks } from '../../src/formats/tasks/import-tasks.js';
import { localFileUrl } from '../../src/formats/tasks/local-url.js';
import type { InputFormat, TaskImportOptions } from '../../src/formats/tasks/options.js';
import { assertClose, goldenFolder, goldenJson, hasGolden } from './text-cases.js';

const fileOf = (path: string, bytes: Uint8Array): InFile => ({
  path,
  async *bytes() {
    yield bytes;
  },
});

async function imported(files: readonly InFile[], options: Partial<TaskImportOptions>) {
  const { errors, keys, tasks } = await importTasks(files, options);
  const read: any[] = [];
  for await (const task of tasks()) read.push(task);
  return { errors, keys, tasks: read };
}

describe('tasks as the loaders of the command line read them', () => {
  if (!hasGolden('cli_tasks')) return;
  const expected = goldenJson('cli_tasks/expected.json');
  const text = '<View><Text name="t" value="$my_text"/></View>';
  const cases: readonly (readonly [string, string, InputFormat, Partial<TaskImportOptions>])[] = [
    ['json list', 'list.json', 'json', {}],
    ['json dict', 'dict.json', 'json', {}],
    ['json number', 'bad.json', 'json', {}],
    ['json list start 10', 'list.json', 'json', { firstId: 10 }],
    ['text', 'lines.txt', 'text', { config: text }],
    ['json-dir', 'jd', 'json-dir', {}],
    ['text-dir', 'td', 'text-dir', { config: '<View><Text name="t" value="$k"/></View>' }],
    ['image-dir', 'im', 'image-dir', { config: '<View><Image name="i" value="$image"/></View>' }],
    ['audio-dir', 'au', 'audio-dir', { config: '<View><Audio name="a" value="$audio"/></View>' }],
  ];
  for (const [name, path, inputFormat, more] of cases) {
    it(name, async () => {
      const urlOf = ({ path: at }: InFile) =>
        localFileUrl(at, 'localhost:8080').replace(/d=%7BROOT%7D/, 'd={ROOT_ENCODED}');
      const found = await imported(filesIn(path), { inputFormat, compat: 'cli', urlOf, ...more });
      if (expected[name].error) {
        assert.notEqual(found.errors.length, 0);
        return;
      }
      assert.deepEqual(found.errors, []);
      const ids = Object.keys(expected[name]).map(Number);
      assert.deepEqual(found.tasks.map(({ id }) => id), ids.sort((a, b) => a - b));
      // Folders are in no order there.
      const inOrder = (tasks: any[]) => (inputFormat.endsWith('-dir') ? tasks.map(({ id: _, ...task }) => JSON.stringify(task, Object.keys(task).sort().concat(Object.keys(task.data)))).sort() : tasks);
      assertClose(inOrder(found.tasks), inOrder(Object.values(expected[name])));
    });
  }
});

/** A file, or all files of a folder, under the path that the peer was given. */
function filesIn(path: string): readonly InFile[] {
  const folder = join(goldenFolder, 'cli_tasks/in');
  const named = (under: string) => fileOf(`{ROOT}/cli_tasks/in/${under}`, new Uint8Array(readFileSync(join(folder, under))));
  if (path.includes('.')) return [named(path)];
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => named(join(entry.parentPath, entry.name).slice(folder.length + 1)));
}

const configs: Readonly<Record<string, string>> = {
  import_files: '<View><Text name="t" value="$text"/></View>',
  import_image: '<View><Image name="i" value="$image"/></View>',
  import_fieldname_seed: '<View><Image name="i" value="$image"/></View>',
  import_timeseries: '<View><TimeSeries name="s" value="$csv"/></View>',
  import_two_keys: '<View><Text name="t" value="$text"/><Image name="i" value="$img"/></View>',
};

/** Where ours differs from a peer on purpose: see the table of its bugs in the docs. */
const different: Readonly<Record<string, readonly string[]>> = {
  file_csv_bigint: ['0.8.1', '0.9.1'],
  file_json_bom: ['0.8.1', '0.9.1'],
  file_json_data_falsy: ['0.9.1'],
  file_json_data_list: ['0.8.1'],
  file_two_csv_other_cols: ['0.9.1'],
  file_two_images: ['0.8.1'],
  file_two_kinds: ['0.8.1', '0.9.1'],
  file_txt_formfeed: ['0.8.1', '0.9.1'],
  file_txt_variants: ['0.8.1', '0.9.1'],
  file_xml_file: ['0.8.1'],
  import_files: ['0.8.1', '0.9.1'],
  import_fieldname_seed: ['0.8.1'],
  import_image: ['0.8.1'],
  import_timeseries: ['0.9.1'],
};

/** Bytes that are not in the record; what was in the archive is told by the tasks that came out of it. */
const archive = zipSync({
  'z.json': strToU8('[{"text":"z1"}]'),
  'sub/z.csv': strToU8('text\nz2\n'),
  'z.tsv': strToU8('text\nz3\n'),
});

for (const version of ['0.8.1', '0.9.1'] as const) {
  describe(`tasks as the server of ${version} reads them`, () => {
    const folder = `http/v${version}`;
    if (!hasGolden(folder)) return;
    const names = readdirSync(join(goldenFolder, folder))
      .map((file) => file.replace('.json', ''))
      .filter((name) => name.startsWith('file_') || name in configs);
    for (const name of names) {
      for (const compat of [version, false] as const) {
        if (!compat && different[name]?.includes(version)) continue;
        it(`${name}${compat ? '' : ', as ours'}`, async () => {
          const config = configs[name] ?? '<View></View>';
          const all: any[] = [];
          let knownKeys: readonly string[] = [];
          for (const { path, status, multipart, json, response, method } of goldenJson(`${folder}/${name}.json`)) {
            if (method === 'GET' && path.startsWith('/api/tasks')) {
              assertClose(all, (response.tasks ?? response).map(({ data }: any) => masked(data)));
            }
            if (path !== '/api/project/import') continue;
            const files = multipart
              ? Object.entries<any>(multipart).map(([field, { filename, bytes_utf8 }]) =>
                  // 0.8.1 goes by the name of the field.
                  fileOf(version === '0.8.1' ? field : filename, bytesOf(filename, bytes_utf8)),
                )
              : [fileOf('body.json', strToU8(JSON.stringify(json)))];
            const urlOf = ({ path: at }: InFile) =>
              `/data/upload/*-${version === '0.9.1' ? at.replaceAll(' ', '_').replace(/[()]/g, '') : at}`;
            const found = await imported(files, { config, compat, knownKeys, urlOf });
            // This one stored what it then refused.
            if (name === 'file_two_kinds' && version === '0.9.1') return assert.notEqual(found.errors.length, 0);
            assert.equal(found.errors.length > 0, status >= 400, `${JSON.stringify(multipart ?? json)}: ${found.errors[0]?.message}`);
            if (found.errors.length > 0) continue;
            knownKeys = found.keys;
            all.push(...found.tasks.map(({ data }) => masked(data)));
          }
        });
      }
    }
  });
}

const bytesOf = (name: string, text: string): Uint8Array =>
  /^<\d+ bytes>$/.test(text) ? (name.startsWith('arch') ? archive : strToU8('123')) : strToU8(text);

/** Without the digests in the names of stored files. */
const masked = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data).replace(/(\/data\/upload\/)[0-9a-f]+-/g, '$1*-'));
