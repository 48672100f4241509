import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvFormat, tsvFormat } from '../../../../src/formats/table/csv.js';
import { jsonFormat } from '../../../../src/formats/table/json.js';
import { jsonMinFormat } from '../../../../src/formats/table/json-min.js';
import { dataOf, read } from '../tasks/given.js';
import { written } from '../written.js';

const config = `<View><Text name="t" value="$text"/>
  <Choices name="mood" toName="t"><Choice value="good"/><Choice value="bad"/></Choices>
  <TextArea name="note" toName="t"/><Rating name="stars" toName="t"/></View>`;

const choice = (...choices: string[]) => ({
  id: 'c',
  from_name: 'mood',
  to_name: 't',
  type: 'choices',
  value: { choices },
});
const note = (...text: string[]) => ({ id: 'n', from_name: 'note', to_name: 't', type: 'textarea', value: { text } });
const stars = (rating: number) => ({ id: 's', from_name: 'stars', to_name: 't', type: 'rating', value: { rating } });
const task = (id: number, data: object, ...result: object[]) => ({ id, data, annotations: [{ id: id * 10, result }] });

const rowsOf = (text: string | undefined) => (text ?? '').split('\r\n').slice(0, -1);

describe('JSON', () => {
  it('has tasks as they are', async () => {
    const tasks = [task(1, { text: 'a' }, choice('good')), { id: 2, data: {}, predictions: [{ result: [] }] }];
    const { sink } = await written(jsonFormat, config, tasks);
    assert.deepEqual(JSON.parse(sink.text('result.json') ?? ''), tasks);
    assert.equal((await written(jsonFormat, config, [])).sink.text('result.json'), '[]\n');
  });

  it('tells of numbers that JSON cannot say, and of what contains itself', async () => {
    const { sink, messages } = await written(jsonFormat, config, [{ id: 1, data: { x: Number.NaN } }]);
    assert.deepEqual(JSON.parse(sink.text('result.json') ?? ''), [{ id: 1, data: { x: null } }]);
    assert.match(messages[0] ?? '', /not finite/);
    const loop: Record<string, unknown> = { id: 2 };
    loop.data = loop;
    assert.match((await written(jsonFormat, config, [loop])).messages[0] ?? '', /contains itself/);
  });

  it('comes back as it went', async () => {
    const data = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      // No import takes a key that reaches prototypes.
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
      { minKeys: 1 },
    );
    const tasks = fc.array(fc.record({ data, predictions: fc.constant([{ result: [], score: 0.5 }]) }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(tasks, async (given) => {
        // JSON has no -0.
        const plain = JSON.parse(JSON.stringify(given));
        const { sink } = await written(jsonFormat, config, plain);
        const found = await read({ 'result.json': sink.text('result.json') ?? '' });
        assert.deepEqual(
          found.tasks,
          plain.map((each: object, id: number) => ({ id, ...each })),
        );
      }),
    );
  });
});

describe('JSON_MIN', () => {
  const records = async (tasks: readonly object[], options = {}) => {
    const { sink, messages } = await written(jsonMinFormat, config, tasks, options);
    return { records: JSON.parse(sink.text('result.json') ?? ''), messages };
  };

  it('has an answer as a text where there is one, otherwise as a list', async () => {
    const answers = async (...result: object[]) =>
      (await records([task(1, { text: 'a' }, ...result)], { profile: 'minimal' })).records;
    assert.deepEqual(await answers(choice('good')), [{ text: 'a', id: 1, mood: 'good' }]);
    assert.deepEqual(await answers(choice('good', 'bad')), [{ text: 'a', id: 1, mood: { choices: ['good', 'bad'] } }]);
    assert.deepEqual(await answers(choice('good'), choice('bad')), [{ text: 'a', id: 1, mood: ['good', 'bad'] }]);
    assert.deepEqual(await answers(note('x'), stars(4)), [{ text: 'a', id: 1, note: 'x', stars: [{ rating: 4 }] }]);
  });

  it('has a record for each completion, and one for a task that nobody worked on', async () => {
    const tasks = [
      { id: 1, data: { text: 'a' }, annotations: [] },
      {
        id: 2,
        data: { text: 'b' },
        agreement: 0.5,
        annotations: [
          { id: 3, created_at: '2024-01-01', completed_by: 7, result: [] },
          { id: 4, created_at: '2024-02-01', completed_by: { email: 'a@b.c' }, lead_time: 2, result: [] },
          { id: 5, was_cancelled: true, result: [] },
        ],
      },
      { id: 6, data: {} },
    ];
    const found = await records(tasks);
    assert.deepEqual(
      found.records.map((each: any) => [each.id, each.annotation_id, each.annotator, each.lead_time, each.agreement]),
      [
        [1, null, null, null, undefined],
        [2, 4, 'a@b.c', 2, 0.5],
        [2, 3, 7, null, 0.5],
      ],
    );
    assert.equal(found.messages.length, 2);
    assert.deepEqual((await records(tasks, { compat: '2021' })).records, [
      { text: 'a', id: 1 },
      { text: 'b', id: 2 },
    ]);
  });

  it('tells what has no place in it', async () => {
    const relation = { type: 'relation', from_id: 'a', to_id: 'b' };
    const { messages } = await records([
      {
        ...task(1, { text: 'a', mood: 'x' }, relation, choice('good'), { from_name: 'gone', value: {} }),
        predictions: [{}],
      },
    ]);
    assert.equal(messages.length, 4);
  });

  it('keeps chats, and answers of configs without controls', async () => {
    const chat = { from_name: 'chat', type: 'chatmessage', value: { chatmessage: { role: 'user', content: 'Hi' } } };
    const { sink, messages } = await written(jsonMinFormat, '<View/>', [task(1, {}, chat, choice('good'))], {
      profile: 'minimal',
    });
    assert.deepEqual(JSON.parse(sink.text('result.json') ?? ''), [
      { id: 1, chat: [{ role: 'user', content: 'Hi' }], mood: [{ choices: ['good'] }] },
    ]);
    assert.deepEqual(messages, []);
    const csv = await written(csvFormat, '<View/>', [task(1, {}, chat, chat)], { profile: 'minimal' });
    assert.match(csv.sink.text('result.csv') ?? '', /chat,chat_transcript\n.*"user: Hi\nuser: Hi"/s);
  });

  it('survives values that are not what they should be', async () => {
    const odd = [
      { from_name: 'mood', value: { choices: 'x' } },
      { from_name: 'mood', value: null },
      null,
      5,
      { from_name: 7 },
    ];
    const found = await records([{ id: 1, data: null, annotations: [{ result: odd }, 7, { result: null }] }], {
      profile: 'minimal',
    });
    assert.deepEqual(found.records, [{ id: 1, mood: { choices: 'x' } }, { id: 1 }]);
    const named = JSON.parse('{"__proto__":"x","text":"a"}');
    assert.deepEqual(Object.keys((await records([task(1, named)], { profile: 'minimal' })).records[0]), [
      '__proto__',
      'text',
      'id',
    ]);
  });
});

describe('CSV and TSV', () => {
  it('has columns by name, texts in quotes', async () => {
    const { sink } = await written(csvFormat, config, [
      task(1, { text: 'a "b"\nc', n: 0.5, ok: true, none: null, list: [1, 'x'] }, choice('good')),
    ]);
    assert.deepEqual(rowsOf(sink.text('result.csv')), [
      '"annotation_id","annotator","created_at","id","lead_time","list","mood","n","none","ok","text","updated_at"',
      '10,"","",1,"","[1,""x""]","good",0.5,"",True,"a ""b""\nc",""',
    ]);
  });

  it('has all columns in every row, however late they come', async () => {
    const tasks = [
      task(1, { b: 'x' }),
      task(2, { b: 'y, "z"', c: 1 }, choice('good')),
      task(3, { a: 'q' }, note('m\r\nn')),
    ];
    for (const [format, separator] of [
      [csvFormat, ','],
      [tsvFormat, '\t'],
    ] as const) {
      const { sink } = await written(format, config, tasks, { profile: 'full' });
      const facts = ['""', '""', '""'];
      assert.deepEqual(sink.text('result.csv')?.split('\r\n').slice(0, 3), [
        [
          '"a"',
          '"annotation_id"',
          '"annotator"',
          '"b"',
          '"c"',
          '"created_at"',
          '"id"',
          '"lead_time"',
          '"mood"',
          '"note"',
          '"updated_at"',
        ].join(separator),
        ['""', '10', '""', '"x"', '""', '""', '1', ...facts, '""'].join(separator),
        ['""', '20', '""', '"y, ""z"""', '1', '""', '2', '""', '"good"', '""', '""'].join(separator),
      ]);
    }
    const { sink } = await written(csvFormat, config, tasks, { profile: 'minimal' });
    assert.equal(sink.text('result.csv'), 'b,id,c,mood,a,note\nx,1,,,,\n"y, ""z""",2,1,good,,\n,3,,,q,"m\r\nn"\n');
  });

  it('renames data that has the name of a control, or of a column of its own', async () => {
    const tasks = [task(1, { mood: 'before', id: 'mine' }), task(2, { text: 'a' }, choice('good'))];
    const { sink } = await written(csvFormat, config, tasks);
    const [head, first, second] = rowsOf(sink.text('result.csv'));
    assert.equal(
      head,
      '"_data_id","_data_mood","annotation_id","annotator","created_at","id","lead_time","mood","text","updated_at"',
    );
    assert.equal(first, '"mine","before",10,"","",1,"","","",""');
    assert.equal(second, '"","",20,"","",2,"","good","a",""');
    const old = rowsOf(
      (await written(csvFormat, config, [task(1, { mood: 'data' }, choice('good'))], { compat: 'old' })).sink.text(
        'result.csv',
      ),
    );
    assert.equal(old[1], '10,"","",1,"","data",""');
    const minimal = await written(csvFormat, config, [task(1, { mood: 'data' }, choice('good'))], { compat: '2021' });
    assert.equal(minimal.sink.text('result.csv'), 'mood,id\ngood,1\n');
  });

  it('comes back as it went', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((each) => each.replace(/\r+$/, ''));
    const rows = fc.array(fc.record({ a: cell, b: cell }, { requiredKeys: ['a'] }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('full' as const, 'minimal' as const), async (given, profile) => {
        const { sink } = await written(
          csvFormat,
          config,
          given.map((data, id) => task(id, data)),
          { profile },
        );
        const found = await read({ 'result.csv': sink.text('result.csv') ?? '' }, { typing: 'strings' });
        const back = dataOf(found).map((data: any) => ({ a: data.a, b: data.b ?? '' }));
        assert.deepEqual(
          back,
          given.map(({ a, b = '' }) => ({ a, b })),
        );
      }),
    );
  });
});
