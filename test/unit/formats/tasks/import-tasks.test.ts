import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataOf, fileOf, messagesOf, read } from './given.js';

const text = '<View><Text name="t" value="$text"/></View>';

describe('tasks out of JSON', () => {
  it('takes a list, one task, and JSON Lines', async () => {
    assert.deepEqual(dataOf(await read({ 'a.json': '[{"text":"a"},{"data":{"text":"b"}}]' })), [
      { text: 'a' },
      { text: 'b' },
    ]);
    assert.deepEqual(dataOf(await read({ 'a.json': '{"text":"a"}' })), [{ text: 'a' }]);
    assert.deepEqual(dataOf(await read({ 'a.jsonl': '{"text":"a"}\n\n{"text":"b"}\r\n' })), [
      { text: 'a' },
      { text: 'b' },
    ]);
  });

  it('takes an item for the data itself, where it has none', async () => {
    const item = { id: 5, completions: [1], text: 'c' };
    assert.deepEqual(dataOf(await read({ 'a.json': JSON.stringify([item]) })), [item]);
    assert.deepEqual(dataOf(await read({ 'a.json': '[{"data":{},"x":1}]' })), [{}]);
  });

  it('keeps completions, predictions and meta, and what ids there were', async () => {
    const task = {
      id: 77,
      data: { text: 'a' },
      meta: { source: 'x' },
      annotations: [{ id: 5, result: [], created_at: '2024-05-01', completed_by: 3, was_cancelled: true }],
      predictions: [{ result: [], score: 0.5, model_version: 'm' }],
    };
    const { tasks, losses } = await read({ 'a.json': JSON.stringify([{ data: { text: '' } }, task]) }, { firstId: 10 });
    assert.deepEqual(tasks[1], {
      ...task,
      id: 11,
      imported_id: 77,
      annotations: [{ ...task.annotations[0], id: 11001, imported_id: 5 }],
    });
    assert.deepEqual(losses, []);
  });

  it('tells what stands beside the data and is left out', async () => {
    const { tasks, losses } = await read({ 'a.json': '[{"data":{"text":"a"},"agreement":1}]' });
    assert.deepEqual(tasks, [{ id: 0, data: { text: 'a' } }]);
    assert.match(losses[0]?.message ?? '', /"agreement"/);
  });

  it('lists every error with its place, and imports nothing', async () => {
    const json =
      '[{"text":"good"},\n  7, {"data":null},\n {"data":{"text":"b"},"predictions":[{"score":"x"}]},{oops}, {"x":1}]';
    const found = await read({ 'a.json': json, 'b.json': '{"text":1' }, { config: text });
    assert.deepEqual(
      found.errors.map(({ file, line, column, index }) => [file, line, column, index]),
      [
        ['a.json', 2, 3, 1],
        ['a.json', 2, 6, 2],
        ['a.json', 3, 2, 3],
        ['a.json', 3, 2, 3],
        ['a.json', 3, 55, 4],
        ['a.json', 3, 62, 5],
        ['b.json', 1, 10, undefined],
      ],
    );
    assert.deepEqual([found.count, found.tasks], [0, []]);
  });

  it('wants the data that the config shows, of a type that it can show', async () => {
    const config = `<View><Header value="$title"/><Image name="i" value="$image"/><Audio name="a" value="$audio"/>
      <Paragraphs name="p" value="$talk.lines"/><Table name="b" value="$table"/><Text name="x" value="Not from the data"/></View>`;
    const good = { title: 5, image: ['a', 'b'], audio: 'a', talk: { lines: [] }, table: {} };
    assert.deepEqual(messagesOf(await read({ 'a.json': JSON.stringify(good) }, { config })), []);
    const bad = { title: [], image: 5, audio: null, talk: { lines: 'x' } };
    assert.deepEqual(messagesOf(await read({ 'a.json': JSON.stringify(bad) }, { config })), [
      '"title" is a list; Header in the config shows a text or a number or true or false.',
      '"image" is a number; Image in the config shows a text or a list.',
      '"audio" is null; Audio in the config shows a text.',
      '"talk.lines" is a text; Paragraphs in the config shows a list.',
      '"table" is missing in the data; Table in the config shows it.',
    ]);
  });

  it('refuses what is no JSON, and what has no tasks', async () => {
    for (const json of [
      '',
      ' ',
      'null',
      '5',
      '"x"',
      '[]',
      '[{"a":NaN}]',
      '{"a":1} {"b":2}',
      '[1,2]',
      '[{"a":1},]',
      '{}',
    ]) {
      const { errors, tasks } = await read({ 'a.json': json });
      assert.notEqual(errors.length, 0, json);
      assert.deepEqual(tasks, []);
    }
  });

  it('takes prototypes out of the data', async () => {
    const json = '[{"data":{"text":"a","__proto__":{"admin":true},"deep":{"\\u005f_proto__":1}}}]';
    const { tasks, losses } = await read({ 'a.json': json });
    assert.deepEqual(Object.keys(tasks[0].data), ['text', 'deep']);
    assert.deepEqual(Object.keys(tasks[0].data.deep), []);
    assert.equal(tasks[0].data.admin, undefined);
    assert.match(losses[0]?.message ?? '', /__proto__/);
  });

  it('reads UTF-8 alone, with or without a byte order mark', async () => {
    assert.deepEqual(dataOf(await read({ 'a.json': '\ufeff[{"text":"é"}]' })), [{ text: 'é' }]);
    const latin = Uint8Array.from('text\nab\ncaf\xe9\n', (sign) => sign.charCodeAt(0));
    assert.deepEqual((await read({ 'a.csv': latin })).errors[0]?.line, 3);
  });
});

describe('tasks out of tables and texts', () => {
  it('has the columns of a table as data, typed', async () => {
    const csv =
      '\ufeffid,data,n,f,b,gap,none,a,a,\r\n1,{},007,.5,True,1,NA,x,y,z\r\n\r\n2,"a ""b"", c",8,1e3,false,,null,x,y\r\n';
    assert.deepEqual(dataOf(await read({ 'a.csv': csv })), [
      { id: 1, data: '{}', n: 7, f: 0.5, b: true, gap: 1, none: '', a: 'x', 'a.1': 'y', 'Unnamed: 9': 'z' },
      { id: 2, data: 'a "b", c', n: 8, f: 1000, b: false, gap: '', none: '', a: 'x', 'a.1': 'y', 'Unnamed: 9': '' },
    ]);
    assert.deepEqual(dataOf(await read({ 'a.CSV': 'n,m\n007,NA\n' }, { typing: 'strings' })), [{ n: '007', m: 'NA' }]);
    assert.deepEqual(dataOf(await read({ 'a.tsv': 'a\tb\n1\t"x\ty"\n' })), [{ a: 1, b: 'x\ty' }]);
  });

  it('keeps numbers that no double can hold as text', async () => {
    assert.deepEqual(dataOf(await read({ 'a.csv': 'n\n12345678901234567890\n007\n' })), [
      { n: '12345678901234567890' },
      { n: '007' },
    ]);
  });

  it('lists rows that are too long, and quotes that do not fit', async () => {
    const long = await read({ 'a.csv': 'a,b\n1,2,3\n"x\ny",2\n4,5,6,7\n' });
    assert.deepEqual(
      long.errors.map(({ line, index }) => [line, index]),
      [
        [2, 0],
        [5, 2],
      ],
    );
    assert.equal((await read({ 'a.csv': 'a,b\n1,"2\n3,4\n' })).errors[0]?.line, 2);
    assert.equal((await read({ 'a.csv': 'a,b\n1,2\n"x"y,4\n' })).errors[0]?.line, 3);
    assert.match(messagesOf(await read({ 'a.csv': 'a,b\n' }))[0] ?? '', /no tasks/);
    assert.match(messagesOf(await read({ 'a.csv': '' }))[0] ?? '', /empty/);
    const cell = await read({ 'a.csv': `a,b\n1,${'x'.repeat(1_310_721)}\n` });
    assert.deepEqual(
      cell.errors.map(({ line, column }) => [line, column]),
      [[2, 2]],
    );
  });

  it('checks the columns against the config', async () => {
    const config = '<View><Image name="i" value="$image"/><Text name="t" value="$text"/></View>';
    assert.deepEqual(messagesOf(await read({ 'a.csv': 'image\n5\n' }, { config })), [
      '"image" is a number; Image in the config shows a text or a list.',
      '"text" is missing in the data; Text in the config shows it.',
    ]);
  });

  it('drops a column that would be a prototype', async () => {
    const { tasks, losses } = await read({ 'a.csv': '__proto__,a\nx,y\n' });
    assert.deepEqual(Object.getOwnPropertyNames(tasks[0].data), ['a']);
    assert.equal(losses.length, 1);
  });

  it('has each line of a text as a task', async () => {
    const lines = 'one\r\n  two  \n\n\fthree\u2028four\rlast';
    const whole = ['one', '  two  ', '', '\fthree\u2028four', 'last'];
    assert.deepEqual(
      dataOf(await read({ 'a.txt': lines }, { config: text })),
      whole.map((line) => ({ text: line })),
    );
    const kept = await read({ 'a.txt': lines }, { config: text, trimLines: true, emptyLines: 'drop' });
    assert.deepEqual(dataOf(kept).length, 4);
    assert.match(
      messagesOf(await read({ 'a.txt': 'a' }, { config: `<View>${text}<Text name="u" value="$more"/></View>` }))[0] ??
        '',
      /several things/,
    );
  });

  it('takes a table for the value of a time series', async () => {
    const config = '<View><TimeSeries name="s" value="$csv"/></View>';
    const urlOf = () => '/data/upload/x.csv';
    assert.deepEqual(dataOf(await read({ 'x.csv': 'time,v\n1,2\n' }, { config, urlOf })), [
      { csv: '/data/upload/x.csv' },
    ]);
    assert.notEqual((await read({ 'x.csv': 'time,v\n1,2\n' }, { config, tablesAreTasks: true })).errors.length, 0);
    assert.deepEqual(dataOf(await read({ 'x.csv': 'csv\nu\n' }, { config, tablesAreTasks: true })), [{ csv: 'u' }]);
  });
});

describe('tasks out of files of media', () => {
  it('has a task for each, and guesses a config', async () => {
    const found = await read({ 'b/x y.png': '1', 'a.JPG': '2' });
    assert.deepEqual(dataOf(found), [{ image: 'b/x y.png' }, { image: 'a.JPG' }]);
    assert.equal(found.config, '<View><Image name="image" value="$image"/></View>');
    assert.match(messagesOf(await read({ 'a.png': '1', 'a.wav': '2' }))[0] ?? '', /one kind/);
    assert.match(messagesOf(await read({ noext: '1' }))[0] ?? '', /Nothing tells/);
  });

  it('has the source of an HTML file as its value', async () => {
    const html = '<html>\n <body>  <p>Good\n  day</p><pre> a\n b </pre></body></html>';
    const found = await read({ 'a.html': html });
    assert.deepEqual(dataOf(found), [{ hypertext: '<html><body><p>Good day</p><pre> a\n b </pre></body></html>' }]);
  });

  it('searches folders by extension, in the order of their paths', async () => {
    const config = '<View><Image name="i" value="$pic"/></View>';
    const found = await read(
      { 'b.png': '', 'sub/a.GIF': '', 'a.txt': '', 'a.png': '' },
      { config, inputFormat: 'image-dir' },
    );
    assert.deepEqual(dataOf(found), [{ pic: 'a.png' }, { pic: 'b.png' }, { pic: 'sub/a.GIF' }]);
    assert.equal(found.losses.length, 1);
    const json = await read({ 'b.json': '[{"t":3}]', 'a.json': '{"t":1}', 'x.csv': 'q' }, { inputFormat: 'json-dir' });
    assert.deepEqual(dataOf(json), [{ t: 1 }, { t: 3 }]);
    assert.match(messagesOf(await read({ 'a.txt': 'x' }, { inputFormat: 'text-dir' }))[0] ?? '', /config/);
  });
});

describe('limits of an import', () => {
  it('counts tasks and bytes', async () => {
    const lines = 'x\n'.repeat(10);
    assert.equal((await read({ 'a.txt': lines }, { config: text, maxTasks: 10 })).count, 10);
    assert.match(messagesOf(await read({ 'a.txt': lines }, { config: text, maxTasks: 9 }))[0] ?? '', /9 tasks/);
    assert.equal((await read({ 'a.txt': lines }, { config: text, maxBytes: 21 })).count, 10);
    assert.deepEqual(messagesOf(await read({ 'a.txt': lines }, { config: text, maxBytes: 20 })).length, 1);
  });

  it('lists as many errors as asked for, and counts all', async () => {
    const found = await read({ 'a.json': `[${'1,'.repeat(499)}1]` }, { maxErrors: 200 });
    assert.deepEqual([found.errors.length, found.errorCount], [200, 500]);
  });

  it('wants files that have data keys in common', async () => {
    const found = await read({ 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,c\n3,4\n' });
    assert.deepEqual([found.keys, found.count], [['a'], 2]);
    const apart = await read({ 'a.csv': 'a,b\n1,2\n', 'b.csv': 'c\n3\n' });
    assert.deepEqual(
      apart.errors.map(({ file }) => file),
      ['b.csv'],
    );
    assert.notEqual((await read({ 'a.csv': 'a\n1\n' }, { knownKeys: ['b'] })).errors.length, 0);
  });

  it('tells of a config that cannot be read', async () => {
    assert.match(
      messagesOf(await read({ 'a.json': '{"a":1}' }, { config: 'no XML' }))[0] ?? '',
      /config cannot be read/,
    );
    assert.deepEqual(messagesOf(await read({ 'a.json': '{"a":1}' }, { config: ' ' })), []);
  });

  it('tells of a file that cannot be read', async () => {
    const broken = { ...fileOf('a.json', ''), bytes: () => failing() };
    assert.match(messagesOf(await read([broken]))[0] ?? '', /cannot be read: gone/);
  });
});

async function* failing(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(0);
  throw new Error('gone');
}
