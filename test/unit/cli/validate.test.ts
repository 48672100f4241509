import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { main } from '../../../src/cli/main.js';
import { builtInTags } from '../../../src/config.js';
import { flowGeometry } from '../../../src/geometry/flow.js';
import { pictureGeometry } from '../../../src/geometry/picture.js';

const shapes = async () => [...pictureGeometry.shapes, ...flowGeometry.shapes];
const missing = () => Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });

/** Runs the command over files that are only named; answers with its exit status and what it says. */
async function run(args: string, files: Readonly<Record<string, string>> = {}, colours = false) {
  let [out, err] = ['', ''];
  const status = await main(
    args.split(' ').filter(Boolean),
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      colours,
      live: false,
      read: async (path) => files[path] ?? Promise.reject(missing()),
    },
    { version: '1.2.3', tags: builtInTags, shapes },
  );
  return { status, out, err };
}

const good = `<View>
  <Text name="text" value="$text"/>
  <Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const answer = (fromName: string) => ({
  id: 'r1',
  from_name: fromName,
  to_name: 'text',
  type: 'choices',
  value: { choices: ['Good'] },
});

describe('label-editor validate', () => {
  it('has nothing to say of a config that is in order', async () => {
    assert.deepEqual(await run('validate c.xml', { 'c.xml': good }), {
      status: 0,
      out: 'No problems in c.xml.\n',
      err: '',
    });
  });

  it('tells a problem with its place, and shows the place', async () => {
    const { status, out } = await run('validate c.xml', { 'c.xml': good.replace('toName="text"', 'toName="txt"') });
    assert.equal(status, 1);
    const [head, line, caret, , summary] = out.split('\n');
    assert.match(head ?? '', /^c\.xml:3:24 {2}error {2}.*Did you mean "text"\? {2}\(config\/dangling-to-name\)$/);
    assert.equal((line ?? '').indexOf('toName'), (caret ?? '').indexOf('^'));
    assert.equal(summary, '1 error in c.xml.');
  });

  it('is content with warnings, unless it is strict', async () => {
    const files = { 'c.xml': good.replace('<Choices ', '<Choices choice="some" ') };
    const { status, out } = await run('validate c.xml', files);
    assert.equal(status, 0);
    assert.match(out, /warning .*1 warning in c\.xml/s);
    assert.equal((await run('validate --strict c.xml', files)).status, 1);
  });

  it('checks each task against what the config refers to', async () => {
    const tasks = [
      { id: 7, data: { text: 'a' } },
      { id: 8, data: { texts: 'a' } },
      { id: 9, data: {} },
      { texts: 'b' },
    ];
    const { status, out } = await run('validate c.xml t.json', { 'c.xml': good, 't.json': JSON.stringify(tasks) });
    assert.equal(status, 0);
    assert.match(out, /^t\.json\[1\] \(id 8\) {2}warning {2}.*"text".*\(task\/missing-data\)$/m);
    assert.match(out, /^ {2}c\.xml:2:21, and in 1 further task$/m);
    assert.match(out, /2 warnings in c\.xml and 4 tasks\./);
  });

  it('reads a task, a list, bare data, and a task in each line', async () => {
    const forms = [
      '{"id": 1, "data": {"text": "a"}}',
      '[{"data": {"text": "a"}}]',
      '{"text": "a"}',
      '{"data": {"text": "a"}}\r\n\r\n{"text": "b"}\n',
      '{"data": "{\\"text\\": \\"a\\"}"}',
    ];
    for (const form of forms) {
      const { status, out } = await run('validate c.xml t.json', { 'c.xml': good, 't.json': form });
      assert.match(out, /^No problems in c\.xml and [12] tasks?\.$/m, form);
      assert.equal(status, 0);
    }
  });

  it('tells results of controls that the config does not have', async () => {
    const task = {
      id: 'a',
      data: { text: 'x' },
      predictions: [{ result: [answer('mood')] }, { result: [answer('wood')] }],
    };
    const { out } = await run('validate c.xml t.json', { 'c.xml': good, 't.json': JSON.stringify(task) });
    assert.match(out, /^t\.json\[0\] \(id a\) predictions\[1\] result "r1" {2}warning .*"wood".*unknown-control\)$/m);
    assert.match(out, /1 warning in/);
  });

  it('knows the controls that a task repeats', async () => {
    const config = `<View><Repeater on="$pages" indexFlag="{{i}}">
      <Text name="text-{{i}}" value="$pages[{{i}}]"/>
      <Choices name="mood-{{i}}" toName="text-{{i}}"><Choice value="Good"/></Choices>
    </Repeater></View>`;
    const of = (page: number) => ({ ...answer(`mood-${page}`), to_name: `text-${page}` });
    const tasks = [
      { data: { pages: ['a', 'b'] }, predictions: [{ result: [of(0), of(1)] }] },
      { data: { pages: ['a'] }, predictions: [{ result: [of(0), of(1)] }] },
    ];
    const { out } = await run('validate c.xml t.json', { 'c.xml': config, 't.json': JSON.stringify(tasks) });
    assert.match(out, /^t\.json\[1\] predictions\[0\] result "r1" {2}warning .*text-1/);
    assert.match(out, /^1 warning in c\.xml and 2 tasks\.$/m);
  });

  it('tells geometry that cannot be read', async () => {
    const config =
      '<View><Image name="i" value="$i"/><RectangleLabels name="b" toName="i"><Label value="A"/></RectangleLabels></View>';
    const box = {
      id: 'q',
      from_name: 'b',
      to_name: 'i',
      type: 'rectanglelabels',
      value: { x: 1, rectanglelabels: ['A'] },
    };
    const task = { data: { i: 'a.png' }, annotations: [{ result: [box] }] };
    const { status, out } = await run('validate c.xml t.json', { 'c.xml': config, 't.json': JSON.stringify(task) });
    assert.equal(status, 1);
    assert.match(out, /annotations\[0\] result "q" {2}error .*y, width, height.*\(result\/unreadable\)/);
  });

  it('says where a file is no JSON, and of lists that are none', async () => {
    const broken = await run('validate c.xml t.json', { 'c.xml': good, 't.json': '[\n  {"text": "a"},,\n]' });
    assert.equal(broken.status, 1);
    assert.match(broken.out, /^t\.json:2:17 {2}error .*\(task\/malformed\)$/m);
    const line = await run('validate c.xml t.json', { 'c.xml': good, 't.json': '{"text": "a"}\n{"text": a}\n' });
    assert.match(line.out, /^t\.json:2:10 {2}error /m);
    for (const task of [
      7,
      { data: 3 },
      { data: { text: 'a' }, predictions: {} },
      { data: { text: 'a' }, annotations: [null] },
    ]) {
      const { status, out } = await run('validate c.xml t.json', { 'c.xml': good, 't.json': JSON.stringify([task]) });
      assert.equal(status, 1, out);
      assert.match(out, /\(task\/malformed\)/);
    }
  });

  it('tells machines all of it', async () => {
    const task = { id: 3, data: {}, predictions: [{ result: [answer('wood')] }] };
    const files = { 'c.xml': good.replace('"text"><', '"txt"><'), 't.json': JSON.stringify([task, task]) };
    const { status, out } = await run('validate --format json c.xml t.json', files);
    assert.equal(status, 1);
    const report = JSON.parse(out);
    assert.deepEqual([report.errors, report.warnings, report.tasks], [1, 2, 2]);
    const [config, data, result] = report.problems;
    assert.deepEqual(
      [config.file, config.line, config.column, config.code],
      ['c.xml', 3, 24, 'config/dangling-to-name'],
    );
    assert.deepEqual([data.file, data.task, data.tasks], ['t.json', { index: 0, id: 3 }, 2]);
    assert.deepEqual(result.task, { index: 0, id: 3, within: 'predictions[0]' });
  });

  it('writes out no more problems than one can read', async () => {
    const tasks = Array.from({ length: 500 }, (_, index) => ({
      data: { text: 'a' },
      predictions: [{ result: [answer(`c${index}`)] }],
    }));
    const { out } = await run('validate c.xml t.json', { 'c.xml': good, 't.json': JSON.stringify(tasks) });
    assert.ok(out.split('\n').length < 250);
    assert.match(out, /… and 300 further problems; --format json tells all\./);
    assert.match(out, /500 warnings in c\.xml and 500 tasks\./);
  });

  it('lets nothing in a config or task move the cursor or colour the screen', async () => {
    const config = good.replace('toName="text"', 'toName="\u001b[31mtxt\u009b2J"');
    const task = JSON.stringify({ id: 'a\u001b[2J\nfake.xml:1:1  error', data: {} });
    const { out } = await run('validate c.xml t.json', { 'c.xml': config, 't.json': task });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    assert.doesNotMatch(out, /^fake/m);
  });

  it('uses colours where they are shown', async () => {
    const files = { 'c.xml': '<Viw/>' };
    assert.ok((await run('validate c.xml', files, true)).out.includes('\u001b[31merror\u001b[39m'));
    assert.ok(!(await run('validate c.xml', files)).out.includes('\u001b'));
  });

  it('reads what is piped in', async () => {
    assert.match((await run('validate -', { '-': good })).out, /^No problems in \(piped in\)\.$/m);
    assert.equal((await run('validate - -', { '-': good })).status, 2);
  });
});

describe('label-editor', () => {
  it('ends with 2 where it is used wrongly, and says how it is used', async () => {
    for (const [args, said] of [
      ['', /Usage: label-editor <command>/],
      ['valdate', /no command "valdate". Did you mean validate\?/],
      ['validate', /Name the config/],
      ['validate --fromat json c.xml', /--fromat.*\n.*validate --help/],
      ['validate --format yaml c.xml', /text or json, not "yaml"/],
      ['validate none.xml', /none\.xml cannot be read\. There is no such file\./],
      ['validate c.xml none.json', /none\.json cannot be read/],
      ['--what', /--what/],
    ] as const) {
      const { status, out, err } = await run(args, { 'c.xml': good });
      assert.equal(status, 2, args);
      assert.equal(out, '', args);
      assert.match(err, said);
    }
  });

  it('tells its version and its commands', async () => {
    assert.deepEqual(await run('--version'), { status: 0, out: '1.2.3\n', err: '' });
    assert.match((await run('--help')).out, /validate {2,}Checks a label config/);
    const { status, out } = await run('validate --help');
    assert.equal(status, 0);
    assert.match(out, /Usage: label-editor validate <config\.xml>[\s\S]*--strict[\s\S]*Exit status/);
  });
});
