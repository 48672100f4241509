import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DraftRecord } from '../../../../src/editor/saving/draft-record.js';
import { LocalDrafts } from '../../../../src/editor/saving/local-drafts.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { type Headless, headless } from '../../../support/headless.js';
import { type MemoryShelf, memoryShelf } from '../../../support/shelf.js';

const config = `<View>
  <Text name="txt" value="$text"/>
  <Labels name="ner" toName="txt"><Label value="PER"/></Labels>
  <Choices name="mood" toName="txt"><Choice value="Good"/><Choice value="Bad"/></Choices>
</View>`;
const span = (id: string, start: number) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end: start + 2, text: 'He', labels: ['PER'] },
});
const task = (more: object = {}) => ({ id: 7, data: { text: 'Hello' }, ...more });

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function keeping(given: object = task(), storage = 'app'): Headless & { shelf: MemoryShelf; drafts: LocalDrafts } {
  const page = headless(config, given);
  runInAction(() => {
    page.editor.storage = storage;
  });
  const shelf = memoryShelf();
  return Object.assign(page, { shelf, drafts: new LocalDrafts(page.editor, shelf) });
}
const kept = ({ shelf }: { shelf: MemoryShelf }) => [...shelf.records.values()] as DraftRecord[];
const resultsIn = (record: DraftRecord | undefined) => JSON.parse(record?.results ?? 'null');

describe('LocalDrafts', () => {
  it('writes an edit within a second, also of someone who does not stop', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping();
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(249);
    assert.equal(page.shelf.puts.length, 0);
    mock.timers.tick(1);
    assert.equal(page.shelf.puts.length, 1);
    assert.deepEqual(resultsIn(page.shelf.puts[0])[0].value, { choices: ['Good'] });
    for (let step = 0; step < 20; step++) {
      page.tag('mood').setValue([step % 2 ? 'Good' : 'Bad']);
      mock.timers.tick(100);
    }
    const times = page.shelf.puts.map(({ at }) => at);
    assert.ok(times.length >= 3, `${times}`);
    assert.ok(times.every((at, index) => at - (times[index - 1] ?? at) <= 1000));
    assert.equal(page.shelf.records.size, 1);
    page.editor.dispose();
  });

  it('takes every kind of change for one: relations, notes, choices, undo', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping(task({ completions: [{ id: 3, result: [span('a', 0), span('b', 2)] }] }));
    const { completion } = page.editor;
    const store = completion?.store;
    assert.ok(store);
    const region = store.doc.regions.get('a');
    assert.ok(region);
    const edits = [
      () =>
        store.edit('x', (write) =>
          write.put('relations', { id: 'r', order: 9, fromId: 'a', toId: 'b', direction: 'right' }),
        ),
      () => store.edit('x', (write) => write.put('regions', { ...region, meta: { text: ['note'] } })),
      () => page.tag('mood').setValue(['Good']),
      () => store.history.undo(),
      () => store.edit('x', (write) => write.remove('regions', 'b')),
    ];
    for (const [index, edit] of edits.entries()) {
      edit();
      mock.timers.tick(300);
      await settled();
      assert.equal(page.shelf.puts.length, index + 1);
      assert.deepEqual(resultsIn(kept(page)[0]), completion?.results());
    }
    assert.equal(kept(page)[0]?.completion, '3');
    page.editor.dispose();
  });

  it('says where it belongs: namespace, user, task, config and what it was based on', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const places = new Set<string>();
    const prints = new Set<string>();
    const variants: [object, string, (page: Headless) => void][] = [
      [task(), 'app', () => {}],
      [task(), 'other', () => {}],
      [task({ id: 8 }), 'app', () => {}],
      [task({ id: '' }), 'app', () => {}],
      [task({ id: '', data: { text: 'Else' } }), 'app', () => {}],
      [task(), 'app', ({ editor }) => runInAction(() => (editor.userId = 5))],
    ];
    for (const [given, storage, prepare] of variants) {
      const page = keeping(given, storage);
      prepare(page);
      page.tag('mood').setValue(['Good']);
      mock.timers.tick(300);
      const [record] = kept(page);
      assert.ok(record);
      places.add(record.place);
      prints.add(record.config);
      page.editor.dispose();
    }
    assert.equal(places.size, variants.length);
    assert.equal(prints.size, 1);
  });

  it('forgets it when the host has confirmed all of it, and not before', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping();
    let confirm = () => {};
    page.answer = () => new Promise((resolve) => (confirm = () => resolve({ id: 4 })));
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(300);
    void page.editor.saving.saveDraft();
    page.tag('mood').setValue(['Bad']);
    mock.timers.tick(300);
    confirm();
    await settled();
    assert.equal(page.shelf.records.size, 1, 'there is something newer');
    page.answer = async () => ({ id: 4 });
    await page.editor.saving.saveDraft();
    await settled();
    assert.equal(page.shelf.records.size, 0);
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(300);
    await settled();
    assert.equal(kept(page)[0]?.completion, '4');
    page.editor.dispose();
  });

  it('keeps what a host took without a word as a draft, and forgets what was submitted', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping();
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(300);
    await page.editor.saving.saveDraft();
    assert.equal(page.shelf.records.size, 1);
    page.tag('mood').setValue(['Bad']);
    mock.timers.tick(300);
    await settled();
    assert.equal(kept(page)[0]?.bases.length, 2, 'the host may have the draft, or what it gave');
    await page.editor.saving.submit();
    await settled();
    assert.equal(page.shelf.records.size, 0);
    page.editor.dispose();
  });

  it('keeps what the host refused or could not keep', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    for (const refuse of [
      (page: Headless) => (page.prevent = true),
      (page: Headless) => (page.answer = () => Promise.reject(new Error('full'))),
    ]) {
      const page = keeping();
      refuse(page);
      page.tag('mood').setValue(['Good']);
      mock.timers.tick(300);
      assert.equal(await page.editor.saving.submit(), false);
      await settled();
      assert.equal(page.shelf.records.size, 1);
      page.editor.dispose();
    }
  });

  it('writes what is left unsaved when the task changes, under its own task', async () => {
    const page = keeping();
    page.answer = () => new Promise(() => {});
    const { place } = page.drafts.key ?? {};
    page.tag('mood').setValue(['Good']);
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    await settled();
    assert.deepEqual(
      kept(page).map((record) => record.place),
      [place],
    );
    assert.notEqual(page.drafts.key?.place, place);
    page.editor.dispose();
  });

  it('follows no work of a task that is gone, unless the host still answers', async () => {
    const page = keeping();
    let confirm = () => {};
    page.answer = () => new Promise((resolve) => (confirm = () => resolve({})));
    page.tag('mood').setValue(['Good']);
    runInAction(() => {
      page.editor.taskInput = { id: 8, data: { text: 'Next' } };
    });
    await settled();
    assert.equal(page.shelf.records.size, 1);
    assert.equal(page.drafts.own.size, 0, 'it may be taken up again');
    confirm();
    await settled();
    assert.equal(page.shelf.records.size, 0);
    page.editor.dispose();
  });

  it('forgets a completion that the user took away when its task goes, and has it kept when it comes back', async ({
    mock,
  }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    for (const back of [false, true]) {
      const page = keeping(task({ completions: [{ id: 3, result: [] }] }));
      const { workspace } = page.editor;
      const added = page.editor.addCompletion();
      page.tag('mood').setValue(['Good']);
      mock.timers.tick(300);
      await settled();
      workspace.remove(added);
      await settled();
      assert.equal(page.shelf.records.size, 1, 'it may come back');
      if (back) workspace.restore(added, 1);
      runInAction(() => {
        page.editor.taskInput = { id: 8, data: { text: 'Next' } };
      });
      await settled();
      assert.equal(page.shelf.records.size, back ? 1 : 0);
      page.editor.dispose();
    }
  });

  it('keeps nothing where the host wishes none, or of a prediction', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping(task(), 'none');
    page.tag('mood').setValue(['Good']);
    mock.timers.tick(1000);
    assert.equal(page.shelf.puts.length, 0);
    page.editor.dispose();
  });

  it('goes on where nothing can be kept, says so once, and not where the host keeps it', async ({ mock }) => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const page = keeping();
    page.shelf.failure = new DOMException('no room', 'QuotaExceededError');
    const said: (string | undefined)[] = [];
    for (let step = 0; step < 40; step++) {
      page.tag('mood').setValue([step % 2 ? 'Good' : 'Bad']);
      mock.timers.tick(300);
      await settled();
      const { current } = page.editor.notices;
      if (current && current.message !== said.at(-1)) said.push(current.message);
    }
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /no room left in this browser/);
    assert.equal(page.editor.completion?.doc.values.size, 1);
    page.editor.dispose();

    const host = keeping();
    host.shelf.failure = new Error('blocked');
    host.answer = async () => ({});
    host.tag('mood').setValue(['Good']);
    for (let step = 0; step < 30; step++) {
      mock.timers.tick(300);
      await settled();
      assert.equal(host.editor.notices.current, undefined);
    }
    host.editor.dispose();
  });
});
